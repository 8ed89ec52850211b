import assert from 'node:assert/strict';
import type { Run, RunLog } from '../../komodo/runs/index.ts';
import type { LogLine } from '../../protocol/runPanel.ts';
import { followLog, logDocument } from './panelLog.ts';

const log = (stage: string, stdout: string, more: Partial<RunLog> = {}): RunLog => ({
  stage,
  command: '',
  success: true,
  start: 1000,
  end: 1000,
  stdout,
  stderr: '',
  ...more,
});

const run = (id: string, logs: RunLog[], child?: Run): Run => ({
  id,
  operation: 'RunProcedure',
  kind: 'Procedure',
  target: 't',
  operator: 'me',
  status: 'running',
  start: 1000,
  logs,
  stages: child
    ? [
        {
          name: 'One',
          status: 'running',
          executions: [
            { type: 'RunAction', target: 'backup', params: '', status: 'running', child },
          ],
        },
      ]
    : [],
});

const texts = (lines: readonly LogLine[]): string[] =>
  lines.map(
    ({ run: of, stream, segments }) => `${of} ${stream} ${segments.map((s) => s.text).join('')}`,
  );

describe('the log of the panel', () => {
  it('says each line once, as they come', () => {
    const follow = followLog(5);
    const first = follow(run('a', [log('Execute procedure', 'one')]));
    assert.deepEqual(texts(first), ['a stage Execute procedure', 'a out one']);
    assert.equal(first[0]?.at, 1005);
    assert.deepEqual(texts(follow(run('a', [log('Execute procedure', 'one\ntwo\nthree')]))), [
      'a out two',
      'a out three',
    ]);
    assert.deepEqual(follow(run('a', [log('Execute procedure', 'one\ntwo\nthree')])), []);
  });

  it('takes the lines of nested runs in', () => {
    const child = run('b', [log('Run Action', 'hello\n', { command: 'deno run', stderr: 'oh' })]);
    assert.deepEqual(texts(followLog(0)(run('a', [log('Execute procedure', 'x')], child))), [
      'a stage Execute procedure',
      'a out x',
      'b stage Run Action',
      'b command deno run',
      'b out hello',
      'b err oh',
    ]);
  });

  it('carries styles over line ends', () => {
    const [, red, plain] = followLog(0)(run('a', [log('S', '\u001b[31mone\ntwo\u001b[0m end')]));
    assert.deepEqual(red?.segments, [{ text: 'one', color: 'red' }]);
    assert.deepEqual(plain?.segments, [{ text: 'two', color: 'red' }, { text: ' end' }]);
  });

  it('becomes a document that says whose lines they are', () => {
    const child = run('b', [log('Run Action', 'hello', { command: 'deno run' })]);
    const lines = followLog(0)(run('a', [log('Execute procedure', 'x')], child));
    const name = (id: string): string => (id === 'a' ? 'release' : 'backup');
    assert.equal(
      logDocument(lines, name),
      '# release: Execute procedure\nx\n\n# backup: Run Action\n$ deno run\nhello\n',
    );
    assert.equal(logDocument(lines, name, ['b']), '# backup: Run Action\n$ deno run\nhello\n');
  });
});

import assert from 'node:assert/strict';
import type { Run, RunExecution, RunLog, RunStage } from './run.ts';
import { followRun } from './runLines.ts';

const execution = (over: Partial<RunExecution>): RunExecution => ({
  type: 'Sleep',
  params: '',
  status: 'running',
  start: 0,
  ...over,
});
const stage = (executions: RunExecution[], over: Partial<RunStage> = {}): RunStage => ({
  name: 'Build',
  index: 0,
  status: 'running',
  executions,
  ...over,
});
const run = (over: Partial<Run>): Run => ({
  id: 'a',
  operation: 'RunProcedure',
  kind: 'Procedure',
  target: 'p',
  name: 'release',
  operator: 'me',
  status: 'running',
  start: 0,
  stages: [],
  logs: [],
  ...over,
});
const log = (stdout: string): RunLog => ({
  stage: 'Execute Action',
  command: '',
  success: true,
  start: 0,
  end: 0,
  stdout,
  stderr: '',
});

/** Follows the states one after another; the lines of each, indented by depth. */
function told(...states: Run[]): string[][] {
  const follow = followRun();
  return states.map((state) => follow(state).map(({ depth, text }) => '  '.repeat(depth) + text));
}

describe('the lines that tell a run', () => {
  it('tell each step when it begins and when it ends, and nothing twice', () => {
    const running = run({ stages: [stage([execution({ target: 'x' })])] });
    const done = run({
      stages: [stage([execution({ target: 'x', status: 'ok', end: 300 })], { status: 'ok' })],
    });
    assert.deepEqual(told(running, running, done), [
      ['Stage 1 of 1: Build', '  ▸ Sleep x'],
      [],
      ['  ✓ Sleep x (0.3 s)'],
    ]);
  });

  it('tell a run inside at its depth, before the end of the execution it belongs to', () => {
    const child = run({
      id: 'b',
      operation: 'RunAction',
      status: 'ok',
      logs: [log('hello\nworld\n')],
    });
    const state = run({
      status: 'ok',
      end: 2000,
      stages: [
        stage([execution({ type: 'RunAction', status: 'ok', end: 1000, child, link: 'doubtful' })]),
      ],
    });
    assert.deepEqual(told(state), [
      [
        'Stage 1 of 1: Build',
        '    probably this run:',
        '    hello',
        '    world',
        '  ✓ RunAction (1.0 s)',
        '✓ RunProcedure release: ok (2.0 s)',
      ],
    ]);
  });

  it('hold a growing last line back until it is whole', () => {
    const action = (status: Run['status'], stdout: string) =>
      run({ status, operation: 'RunAction', logs: [log(stdout)] });
    assert.deepEqual(
      told(action('running', 'one\ntw'), action('running', 'one\ntwo'), action('ok', 'one\ntwo')),
      [['one'], [], ['two', '✓ RunAction release: ok']],
    );
  });

  it('tell what failed with its reason, and what is disabled', () => {
    const state = run({
      status: 'failed',
      error: 'stage failed',
      stages: [
        stage(
          [execution({ status: 'skipped' }), execution({ status: 'failed', error: 'no\nluck' })],
          { status: 'failed' },
        ),
        stage([], { name: '', index: 1, status: 'skipped' }),
        stage([], { index: 2, status: 'not-run' }),
      ],
    });
    assert.deepEqual(told(state), [
      [
        'Stage 1 of 3: Build',
        '  ⊘ Sleep (disabled)',
        '  ✗ Sleep',
        '    no',
        '    luck',
        'Stage 2 of 3 (disabled)',
        '✗ RunProcedure release: failed',
        '  stage failed',
      ],
    ]);
  });

  it('tell the end of a step once it is known, and its log once', () => {
    const child = (over: Partial<Run>) =>
      run({ id: 'b', operation: 'RunAction', logs: [log('no disk left')], ...over });
    const step = (over: Partial<RunExecution>) =>
      run({ stages: [stage([execution({ type: 'RunAction', ...over })])] });
    const error = 'no disk left';
    assert.deepEqual(
      told(
        step({ status: 'ended', child: child({}) }),
        step({ status: 'failed', error, child: child({ status: 'failed', error }) }),
      ),
      [['Stage 1 of 1: Build'], ['    no disk left', '  ✗ RunAction']],
    );
    const over = { ...step({ status: 'ended' }), status: 'failed' } as const;
    assert.deepEqual(told(over), [
      ['Stage 1 of 1: Build', '  · RunAction', '✗ RunProcedure release: failed'],
    ]);
  });

  it('tell what was cut off when Core stopped', () => {
    const cut = [execution({ status: 'interrupted', error: 'Komodo shutdown' })];
    const state = run({ status: 'failed', stages: [stage(cut, { status: 'failed' })] });
    assert.deepEqual(told(state)[0], [
      'Stage 1 of 1: Build',
      '  ✗ Sleep',
      '    Komodo shutdown',
      '✗ RunProcedure release: failed',
    ]);
  });

  it('tell a disabled stage in its turn, and how many there are once that is known', () => {
    const first = stage([], { name: 'first' });
    const unplanned = { ...first, index: undefined };
    const off = stage([], { name: 'off', index: 1, status: 'skipped' });
    assert.deepEqual(
      told(
        run({ stages: [unplanned] }),
        run({ stages: [first, off] }),
        run({ stages: [{ ...first, status: 'ok' }, off] }),
      ),
      [['Stage 1: first'], [], ['Stage 2 of 2: off (disabled)']],
    );
  });
});

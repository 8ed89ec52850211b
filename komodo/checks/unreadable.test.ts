import assert from 'node:assert/strict';
import { findingsIn } from './testing/check.ts';

const codes = (...lines: string[]) => findingsIn(lines.join('\n')).map(({ code }) => code);

describe('what is no TOML', () => {
  it('is not read as what it happens to look like', () => {
    const stage = ['[[procedure]]', 'name = "p"', '[[procedure.config.stage]]', 'name = "One"'];
    const params = (pattern: string) =>
      `{ type = "BatchRunProcedure", params.pattern = ${pattern} }`;
    const executions = (pattern: string) => `executions = [{ execution = ${params(pattern)} }]`;
    assert.deepEqual(codes(...stage, executions('"a-*"')), ['pattern-without-match']);
    assert.deepEqual(codes(...stage, executions('"\\^a$\\"')), ['toml-syntax']);
  });

  it('of both sides of a merge conflict is told when one is taken', () => {
    const ours = ['[[stack]]', 'name = "a"', 'auto_update = true'];
    const conflict = ['<<<<<<< HEAD', ...ours, '=======', '[[stack]]', 'name = "b"', '>>>>>>> x'];
    assert.deepEqual(codes(...ours), ['misplaced-key']);
    assert.deepEqual(codes(...conflict), ['merge-conflict']);
    assert.deepEqual(codes(...conflict, '[stack.config]', 'sever = "s"'), [
      'merge-conflict',
      'unknown-key',
    ]);
  });
});

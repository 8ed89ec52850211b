import assert from 'node:assert/strict';
import { dataOf, parse } from '../toml/index.ts';
import { readResources } from './index.ts';

/** How what Core refuses is to be written. */
function rewrites(...lines: string[]) {
  const { problems } = readResources(dataOf(parse(lines.join('\n'))));
  return problems.map(({ message, data }) => [message, data?.rewrite]);
}
const stack = (...config: string[]) => ['[[stack]]', 'name = "a"', '[stack.config]', ...config];

describe('what was meant by a value of the wrong shape', () => {
  const examples: readonly (readonly [what: string, line: string, rewrite: string | undefined])[] =
    [
      ['a text for a list', 'additional_env_files = "x"', 'as-list'],
      ['a list for a text', 'server = ["x", "y"]', 'as-one-text'],
      ['a number for a text', 'branch = 1.5', 'in-quotes'],
      ['a boolean for a text', 'branch = true', 'in-quotes'],
      ['a text for a boolean', 'auto_pull = "true"', 'without-quotes'],
      ['a text that other programs take for a boolean', 'auto_pull = "yes"', 'as-boolean'],
      ['a text that is no boolean', 'auto_pull = "perhaps"', undefined],
      ['a list of lines', 'environment = ["A=b"]', 'as-text-lines'],
      ['a table for lines', 'environment = { A = "b" }', 'as-lines'],
      ['a text for a command', 'pre_deploy = "x"', 'as-command'],
      ['a list of numbers for a text', 'server = [1]', undefined],
      ['a table for a text', 'server = { x = 1 }', undefined],
    ];
  for (const [what, line, rewrite] of examples) {
    it(`is told of ${what}: ${rewrite ?? 'nothing'}`, () => {
      assert.deepEqual(
        rewrites(...stack(line)).map(([, found]) => found),
        [rewrite],
      );
    });
  }

  it('is one table where a list of them is read field by field', () => {
    assert.deepEqual(rewrites('[[stack]]', 'name = "a"', '[[stack.config]]', 'server = "s"'), [
      ['invalid type: map, expected a string', 'as-one-table'],
    ]);
  });

  it('is a list of tables where one stands alone', () => {
    assert.deepEqual(rewrites('[procedure]', 'name = "p"', '[procedure.config.stage]'), [
      ['invalid type: map, expected a sequence', 'as-tables'],
    ]);
    assert.deepEqual(rewrites('[[procedure]]', 'name = "p"', '[procedure.config.stage]'), [
      ['invalid type: map, expected a sequence', 'as-tables'],
    ]);
  });
});

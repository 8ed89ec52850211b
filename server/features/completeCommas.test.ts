import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { contextWith, inventoryWith } from '../testing/context.ts';
import { withCursor } from '../testing/text.ts';
import { completion } from './completion.ts';
import { afterEdits } from './rewrites/effect.ts';

const stage = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n';
const workspace = inventoryWith({}, { tags: ['prod'], variables: ['TOKEN'] });

describe('completion between brackets and braces', () => {
  /** What the text becomes, with the first of what is proposed; `§` stands where tab stops are. */
  const after = (label: string, marked: string): string => {
    const { document, position } = withCursor(marked);
    const found = completion(document, position, contextWith({ workspace })).find(
      (each) => each.label === label,
    )!;
    const edits = [found.textEdit as TextEdit, ...(found.additionalTextEdits ?? [])];
    return afterEdits(document, edits)
      .text.replace(/\$\{\d\|(\w+)[^}]*\}/g, '$1')
      .replace(/\$\d/g, '§');
  };
  const list = (...lines: string[]) =>
    `${stage}executions = [\n${lines.map((line) => `  ${line}\n`).join('')}]`;
  const deploy = '{ execution.type = "DeployStack", execution.params.stack = "db" }';
  const sync = '{ execution.type = "RunSync", execution.params.sync = "§" }';

  it('brings along the comma that is missing behind what stands before', () => {
    assert.equal(
      after('RunSync', list(`${deploy} # a, b`, '|')),
      list(`${deploy}, # a, b`, `${sync},`),
    );
    assert.equal(after('RunSync', list(`${deploy},`, 'Run|')), list(`${deploy},`, `${sync},`));
    assert.equal(
      after('enabled', list('{ execution.type = "RunSync" en| }')),
      list('{ execution.type = "RunSync", enabled = true }'),
    );
    assert.equal(after('prod', '[[stack]]\ntags = ["a" "|"]'), '[[stack]]\ntags = ["a", "prod"]');
  });

  it('and that before what stands behind', () => {
    assert.equal(
      after('enabled', list('{ | execution.type = "RunSync" }')),
      list('{ enabled = true, execution.type = "RunSync" }'),
    );
    assert.equal(after('RunSync', list('|', deploy)), list(`${sync},`, deploy));
    assert.equal(
      after('prod', '[[stack]]\ntags = ["a" | "b"]'),
      '[[stack]]\ntags = ["a", "prod", "b"]',
    );
  });

  it('leaves alone what stands within a text, a name, or where commas are', () => {
    assert.equal(
      after('TOKEN', '[[stack]]\nconfig.links = ["a" "[[|" "b"]'),
      '[[stack]]\nconfig.links = ["a" "[[TOKEN]]" "b"]',
    );
    assert.equal(
      after('run_build', '[[stack]]\nconfig = { auto|_pull = true branch = "b" }'),
      '[[stack]]\nconfig = { run_build = true branch = "b" }',
    );
    assert.equal(
      after('prod', '[[stack]]\ntags = ["a", |, "b"]'),
      '[[stack]]\ntags = ["a", "prod", "b"]',
    );
  });
});

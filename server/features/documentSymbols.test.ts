import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentOf, textIn } from '../testing/text.ts';
import { documentSymbols } from './documentSymbols.ts';

function outline(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail ? ` (${detail})` : ''}`,
    ...outline(children, `${indent}  `),
  ]);
}

describe('document symbols', () => {
  const text = `[[procedure]]
name = "nightly"
config.schedule = "Every day"

[[procedure.config.stage]]
name = "Back up"
executions = [
  { execution.type = "DeployStack", execution.params.stack = "web" },
  { execution.type = "BackupCoreDatabase", execution.params = {} },
]

[[stack]]
[stack.config]
server = "a"
`;

  it('show Procedures with stages and executions', () => {
    assert.deepEqual(outline(documentSymbols(documentOf(text))), [
      'nightly (procedure)',
      '  name',
      '  config.schedule',
      '  Back up (procedure.config.stage)',
      '    name',
      '    executions',
      '      DeployStack (web)',
      '      BackupCoreDatabase',
      'stack',
      '  config',
      '    server',
    ]);
  });

  it('select a name inside of what they span, and lie in the symbol around them', () => {
    const document = documentOf(text);
    const [nightly] = documentSymbols(document);
    assert.equal(textIn(document, nightly!.selectionRange), '[[procedure]]');
    assert.ok(textIn(document, nightly!.range).endsWith('execution.params = {} },\n]'));
    const check = (symbol: DocumentSymbol): void => {
      for (const child of symbol.children ?? []) {
        assert.ok(textIn(document, symbol.range).includes(textIn(document, child.range)));
        check(child);
      }
    };
    documentSymbols(document).forEach(check);
  });

  it('always have a name, which editors insist on', () => {
    assert.deepEqual(
      outline(documentSymbols(documentOf('[[\n"" = 1\n= 2\n[[stack]]\nname = ""'))),
      ['[]', '  ""', '  ""', 'stack', '  name'],
    );
  });
});

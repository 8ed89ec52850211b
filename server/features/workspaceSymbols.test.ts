import assert from 'node:assert/strict';
import { SymbolKind } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { namesIn } from '../workspace/names.ts';
import { documentOf } from '../testing/text.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

const text = [
  '[[stack]]\nname = "web-shop"',
  '[[procedure]]\nname = "deploy"',
  '[[variable]]\nname = "WEB_TOKEN"',
];
const files = [namesIn(documentOf(text.join('\n')), schemaFor())];
const names = (query: string) => workspaceSymbols(files, query).map(({ name }) => name);

describe('symbols of the workspace', () => {
  it('are all that its files define', () => {
    const [stack, ...others] = workspaceSymbols(files, '');
    assert.equal(others.length, 2);
    assert.deepEqual(stack, {
      name: 'web-shop',
      kind: SymbolKind.Module,
      containerName: 'stack',
      location: {
        uri: 'file:///test.toml',
        range: { start: { line: 1, character: 8 }, end: { line: 1, character: 16 } },
      },
    });
  });

  it('are found by parts of kind and name', () => {
    assert.deepEqual(names('web'), ['web-shop', 'WEB_TOKEN']);
    assert.deepEqual(names('stack sh'), ['web-shop']);
    assert.deepEqual(names('dpl'), ['deploy']);
    assert.deepEqual(names('nothing'), []);
  });
});

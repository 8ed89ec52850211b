import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { Document } from './document.ts';
import { NameIndex } from './nameIndex.ts';
import { namesIn } from './names.ts';

const names = (uri: string, text: string) => namesIn(Document.of(uri, 1, text), schemaFor());

describe('the index of names', () => {
  const index = new NameIndex();
  const lines = (found: readonly { uri: string; range: { start: { line: number } } }[]) =>
    found.map(({ uri, range }) => `${uri}:${range.start.line + 1}`);
  const usesOf = (name: string) =>
    lines(index.usesOf('server', name).map(({ uri, use }) => ({ uri, range: use.range })));
  const definitionsOf = (name: string) => lines(index.definitionsOf('server', name));

  it('knows where names are defined and used, over all files', () => {
    index.set('a', names('a', '[[server]]\nname = "s1"\n'));
    index.set('b', names('b', '[[stack]]\nname = "x"\nconfig.server = "s1"\n'));
    assert.deepEqual(definitionsOf('s1'), ['a:2']);
    assert.deepEqual(usesOf('s1'), ['b:3']);
  });

  it('follows the files', () => {
    index.set('b', names('b', '\n[[stack]]\nname = "x"\nconfig.server = "s2"\n'));
    assert.deepEqual([usesOf('s1'), usesOf('s2')], [[], ['b:4']]);
    index.set('c', names('c', '[[server]]\nname = "s1"\n[[repo]]\nconfig.server = "s2"\n'));
    index.set('a', undefined);
    assert.deepEqual(definitionsOf('s1'), ['c:2']);
    assert.deepEqual(usesOf('s2'), ['b:4', 'c:4']);
    index.set('b', undefined);
    assert.deepEqual(usesOf('s2'), ['c:4']);
  });

  it('finds the Action whose script a comment links to a file', () => {
    const action = (comment: string) =>
      `[[action]]\nname = "restart"\nconfig.arguments = "limit = 80"\n${comment}\nconfig.file_contents = ""\n`;
    const set = (comment: string) =>
      index.set('/komodo/actions.toml', names('file:///komodo/actions.toml', action(comment)));
    const linked = () => index.actionLinkedTo('/scripts/restart.ts')?.name;
    set('# komodo: file[../scripts/restart.ts]');
    assert.equal(linked(), 'restart');
    const { state } = index;
    set('# komodo: file[scripts/restart.ts]');
    assert.equal(linked(), undefined);
    assert.notEqual(index.state, state);
  });
});

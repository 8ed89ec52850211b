import assert from 'node:assert/strict';
import { readResources } from '../resources/index.ts';
import { schemaFor } from '../schema/index.ts';
import { dataOf, parse, spanOf } from '../toml/index.ts';
import { scriptLinkOf } from './scriptLink.ts';

/** The path of the link, and what stands at its place. */
function linkIn(text: string): readonly [string, string] | undefined {
  const toml = parse(text);
  const [action] = readResources(dataOf(toml), schemaFor()).resources;
  const link = scriptLinkOf(action!, toml);
  if (!link) return undefined;
  const { start, end } = spanOf(toml, link.place);
  return [link.path, text.slice(start, end)];
}

const action = '[[action]]\nname = "a"\n';

describe('the link of a script', () => {
  it('stands right above it, among other comments too', () => {
    const link = ['scripts/a.ts', 'scripts/a.ts'];
    const comment = '# komodo: file[scripts/a.ts]\n';
    assert.deepEqual(linkIn(`${action}[action.config]\n${comment}file_contents = ""\n`), link);
    assert.deepEqual(linkIn(`${action}${comment}# why\nconfig.file_contents = ""\n`), link);
    assert.deepEqual(linkIn(`${action}[action.config]\n${comment}\n  file_contents = ""\n`), link);
  });

  it('is none elsewhere', () => {
    const comment = '# komodo: file[a.ts]\n';
    assert.equal(linkIn(`${action}${comment}tags = []\nconfig.file_contents = ""\n`), undefined);
    assert.equal(linkIn(`${action}config.file_contents = "" ${comment}`), undefined);
    assert.equal(linkIn(`${comment}${action}`), undefined);
    assert.equal(linkIn(`[[stack]]\n${comment}config.file_contents = ""\n`), undefined);
  });
});

import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf, textIn } from '../testing/text.ts';
import { documentLinks } from './documentLinks.ts';

function links(...config: string[]): (string | undefined)[][] {
  const document = documentOf(['[[stack]]', 'name = "a"', '[stack.config]', ...config].join('\n'));
  return documentLinks(document, schemaFor()).map(({ range, target }) => [
    textIn(document, range),
    target,
  ]);
}

describe('links', () => {
  it('lead to the page of a repository', () => {
    assert.deepEqual(links('repo = "acme/shop"'), [['acme/shop', 'https://github.com/acme/shop']]);
    assert.deepEqual(
      links('git_provider = "git.lan:3000"', 'git_https = false', "repo = 'a/b/c'"),
      [['a/b/c', 'http://git.lan:3000/a/b/c']],
    );
  });

  it('lead nowhere where it is not certain', () => {
    assert.deepEqual(links('repo = "acme"'), []);
    assert.deepEqual(links('repo = "[[OWNER]]/shop"'), []);
    assert.deepEqual(links('repo = ""'), []);
    assert.deepEqual(links('git_provider = ""', 'repo = "a/b"'), []);
    assert.deepEqual(links('linked_repo = "x"', 'repo = "a/b"'), []);
  });
});

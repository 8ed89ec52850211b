import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const sync = (tags: string) =>
  `[[resource_sync]]\nname = "a"\nconfig.repo = "a/b"\nconfig.match_tags = ${tags}\n`;
const found = (tags: string, world?: World) => findingsIn(sync(tags), world, 'unknown-tag');
const others = ['[[stack]]\nname = "web"\ntags = ["prod"]\n'];

describe('a tag that a sync asks for', () => {
  it('is one that something has', () => {
    assert.deepEqual(found('["prod"]', { others }), []);
    const [finding] = found('["prod", "pord"]', { others });
    assert.equal(finding?.text, 'pord');
    assert.equal(finding.class, 'surprising');
    assert.equal(finding.isUnsure, true);
    assert.equal(
      finding.message,
      'Nothing has the tag `pord` in this workspace: this sync takes in only what has all of its `match_tags`. ' +
        'Did you mean `prod`?',
    );
    assert.deepEqual(finding.mended, [sync('["prod", "prod"]')]);
  });

  it('is looked for on Core too, in a text that lists them as well', () => {
    const core = coreWith({}, { tags: ['live'] });
    assert.deepEqual(
      found('"live, other"', { core }).map(({ text, isUnsure }) => [text, isUnsure]),
      [['other', undefined]],
    );
  });

  it('can be any that is in no file, while no Core tells', () => {
    assert.deepEqual(found('["prod"]'), []);
    assert.deepEqual(found('["zebra"]', { others }), []);
  });
});

import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

function found(pattern: string) {
  const execution = `{ execution.type = "BatchPullStack", execution.params.pattern = ${pattern} }`;
  return findingsIn(procedureWith(execution), {}, 'redundant-pattern-item');
}
const texts = (pattern: string) => found(pattern).map(({ text }) => text);

describe('an item of a pattern', () => {
  it('is too much where another picks its name', () => {
    const [item, ...others] = found('"web-a, web-*, db"');
    assert.deepEqual(others, []);
    assert.equal(item?.class, 'style');
    assert.equal(item.text, 'web-a');
    assert.equal(item.message, '`web-*` picks this already.');
    assert.deepEqual(texts("'db, \\^d\\'"), ['db']);
  });

  it('is too much the second time', () => assert.deepEqual(texts('"db, web, db"'), ['db']));

  it('is too much beside a wildcard that begins as it does', () => {
    assert.deepEqual(texts('"*, web-*"'), ['web-*']);
    assert.deepEqual(texts('"web-*, web-?, we*"'), ['web-*', 'web-?']);
    assert.deepEqual(texts('"*, **"'), ['**']);
  });

  it('picks something else now and then, though not with these names', () => {
    assert.deepEqual(texts('"web-*, *-prod"'), []);
    assert.deepEqual(texts('"web-*-a, web-b"'), []);
    assert.deepEqual(texts("'\\^web\\, \\^web-\\'"), []);
    assert.deepEqual(texts('"w?b-*, web-*"'), []);
  });

  it('can be removed, with its comma or its line', () => {
    const mended = (pattern: string) =>
      /pattern = ("[^}]*) }/.exec(found(pattern)[0]!.mended[0]!)![1];
    assert.equal(mended('"a, *, b"'), '"*, b"');
    assert.equal(mended('"*, a # all"'), '"* # all"');
    assert.equal(mended('"""\na\n*\n"""'), '"""\n*\n"""');
    assert.equal(mended('"""\n*\na # one\n"""'), '"""\n*\n # one\n"""');
  });
});

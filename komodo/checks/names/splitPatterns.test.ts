import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const others = ['web-1', 'web-12', 'db'].map((name) => `[[stack]]\nname = "${name}"\n`);

/** All that is found in a pattern, written as it stands between the quotes of `quoted`. */
function found(quoted: string) {
  const execution = `{ execution.type = "BatchPullStack", execution.params.pattern = ${quoted} }`;
  return findingsIn(procedureWith(execution), { others });
}
const codes = (quoted: string) => found(quoted).map(({ code }) => code);

describe('a regex in a pattern', () => {
  it('is left alone where nothing splits it', () =>
    assert.deepEqual(codes("'\\^web-\\d+$\\, db'"), []));

  it('is split at a comma', () => {
    const [split, ...more] = found("'db, \\^web-\\d{1,3}$\\'");
    assert.deepEqual(more, []);
    assert.equal(split?.code, 'split-regex');
    assert.equal(split.class, 'fails');
    assert.equal(split.text, '\\^web-\\d{1,3}$\\');
    assert.equal(
      split.message,
      'Core splits a pattern at commas before it looks for regexes, so it reads `\\^web-\\d{1` and `3}$\\`, which it refuses when it runs.',
    );
  });

  it('can be written so that it is not', () => {
    const mended = /pattern = (.*) }/;
    const [single] = found("'db, \\^web-\\d{1,3}$\\'");
    assert.equal(mended.exec(single!.mended[0]!)![1], "'db, \\^web-(?:\\d|\\d{2}|\\d{3})$\\'");
    const [double] = found('"\\\\^web-\\\\d{1,2}$\\\\, db"');
    assert.equal(mended.exec(double!.mended[0]!)![1], '"\\\\^web-(?:\\\\d|\\\\d{2})$\\\\, db"');
    for (const finding of [single!, double!])
      assert.deepEqual(findingsIn(finding.mended[0]!, { others }), []);
  });

  it('is split by lines, and by what looks like a comment', () => {
    const [lines] = found("'''\n\\^(web-1|\ndb)$\\\n'''");
    assert.match(lines!.message, /^Core takes each line of a pattern for an item of its own/);
    assert.deepEqual(lines!.mends, []);
    const [comment] = found("'\\^a #b$\\'");
    assert.equal(comment?.text, '\\^a #b$\\');
    assert.match(comment.message, /for a comment, so it reads `\\\^a`/);
    assert.match(comment.mended[0]!, /'\\\^a \\x23b\$\\'/);
  });

  it('is split at a comma without the backslashes, too', () => {
    const [split, ...more] = found("'^web-[0-9]{1,3}$'");
    assert.deepEqual(more, []);
    assert.equal(split?.class, 'surprising');
    assert.match(split.message, /A regex stands between two `\\`\.$/);
    assert.match(split.mended[0]!, /'\\\^web-\(\?:\[0-9\]\|\[0-9\]\{2\}\|\[0-9\]\{3\}\)\$\\'/);
  });

  it('that is none is no better for it', () => {
    const [split] = found("'\\^web-({1,3}$\\'");
    assert.equal(split?.code, 'split-regex');
    assert.deepEqual(split.mends, []);
  });

  it('is not what names with brackets are', () =>
    assert.deepEqual(codes('"web-1 (a, b)"'), ['pattern-without-match', 'pattern-without-match']));

  it('is not meant by a list as other formats have it', () => {
    const execution =
      '{ execution.type = "BatchDeployStack", execution.params.pattern = \'["web", "db"]\' }';
    const [finding] = findingsIn(procedureWith(execution), {}, 'split-regex');
    assert.equal(
      finding?.message,
      'Core reads the names `["web"` and `"db"]`: in a pattern they stand without quotes and brackets. Write `web, db`.',
    );
    assert.match(finding.mended[0]!, /pattern = 'web, db' }/);
  });
});

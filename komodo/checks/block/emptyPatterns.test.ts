import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const found = (pattern: string) =>
  findingsIn(
    procedureWith(`{ execution.type = "BatchPullRepo", execution.params.pattern = ${pattern} }`),
    {},
    'empty-pattern',
    'empty-regex',
  );

describe('a pattern with nothing in it', () => {
  it('picks nothing', () => {
    const [empty, ...others] = found('""');
    assert.deepEqual(others, []);
    assert.equal(empty?.class, 'surprising');
    assert.equal(empty.text, '""');
    assert.equal(
      empty.message,
      'This pattern is empty, so it picks no repo and the execution does nothing.',
    );
    assert.match(found('" \\n ,, "')[0]!.message, /picks no repo/);
  });

  it('but comments, too', () => {
    const [empty] = found('"""\n  # web\n"""');
    assert.match(empty!.message, /^This pattern holds nothing but comments/);
  });

  it('is not one with an item', () => assert.deepEqual(found('"# a\\nb"'), []));
});

describe('the empty regex', () => {
  it('picks everything, which `*` says better', () => {
    const [all, ...others] = found('"web, \\\\\\\\"');
    assert.deepEqual(others, []);
    assert.equal(all?.code, 'empty-regex');
    assert.equal(all.text, '\\\\\\\\');
    assert.match(all.message, /picks every repo/);
    assert.match(all.mended[0]!, /pattern = "web, \*" }/);
  });

  it('between """, where Core takes backslashes as they are', () =>
    assert.equal(found('"""\\\\"""')[0]?.text, '\\\\'));

  it('is not a regex with something in it', () => assert.deepEqual(found("'\\.*\\'"), []));
});

import assert from 'node:assert/strict';
import { findingsIn } from './testing/check.ts';

const found = (text: string) => findingsIn(text, {}, 'quotes-in-comment');
const stack = '[[stack]]\nname = "a"\n[stack.config]\nenvironment = """\nA=\\d\n"""\n';

describe('three quotes in a comment', () => {
  it('turn around what Core makes of backslashes', () => {
    const [finding, ...more] = found(`# between """ it is literal\n${stack}`);
    assert.deepEqual(more, []);
    assert.equal(finding?.class, 'surprising');
    assert.equal(finding.text, '"""');
    assert.deepEqual(finding.mended, [`# between  it is literal\n${stack}`]);
    assert.deepEqual(findingsIn(finding.mended[0]!, {}, 'toml-syntax'), []);
  });

  it('make no difference in pairs, or where no backslash follows', () => {
    assert.deepEqual(found(`# from """ to """\n${stack}`), []);
    assert.deepEqual(found('[[stack]]\nname = "a" # """\n'), []);
    assert.deepEqual(found(stack), []);
  });
});

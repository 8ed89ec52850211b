import assert from 'node:assert/strict';
import { corePositionAt } from './index.ts';

/** The position of the piece of a text between two bars. */
function position(marked: string) {
  const [before = '', inside = '', after = ''] = marked.split('|');
  return corePositionAt(before + inside + after, before.length, before.length + inside.length);
}

describe("Core's position", () => {
  it('counts lines and characters from 1, and bytes from 0', () => {
    assert.deepEqual(position('a = 1\né\u{1f419} = |2|\n'), {
      line: 2,
      column: 6,
      span: [15, 16],
      sourceSpan: [15, 16],
      lineText: 'é\u{1f419} = 2',
    });
  });

  it('is in the text that Core makes of the file, with backslashes doubled between fences', () => {
    const { column, span, sourceSpan, lineText } = position('\\ """\\d""" |x| """\\" \\n');
    assert.deepEqual([column, span, sourceSpan], [13, [12, 13], [11, 12]]);
    assert.equal(lineText, '\\ """\\\\d""" x """\\\\" \\\\n');
  });

  it('of the end of the file is on its last line', () => {
    assert.deepEqual([position('a\n||').line, position('a\n||').column], [1, 3]);
    assert.deepEqual([position('a\nb||').line, position('a\nb||').column], [2, 2]);
    assert.deepEqual([position('||').line, position('||').column], [1, 1]);
  });
});

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Random } from '../../scripts/fuzz/random.mts';
import { lineEdits } from './lineEdits.ts';

function applied(old: string, fresh: string): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 1, old), lineEdits(old, fresh));
}

describe('edits by line', () => {
  it('leave the lines alone that stay', () => {
    assert.deepEqual(lineEdits('a\nb\nc\nd\n', 'a\nx\nc\nd\n'), [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
        newText: 'x\n',
      },
    ]);
    assert.deepEqual(
      lineEdits('a\nb\nc', 'b\nc\nd').map(({ newText }) => newText),
      ['', 'c\nd'],
    );
    assert.deepEqual(lineEdits('a', 'a'), []);
  });

  it('make the new text of the old one', () => {
    const random = new Random(3);
    const lines = ['a\n', 'b\n', 'c\r\n', 'd\n', 'e\n', '\n', 'x'];
    for (let count = 0; count < 2000; count++) {
      const [old, fresh] = [random.several(lines, 9), random.several(lines, 9)];
      assert.equal(applied(old, fresh), fresh, JSON.stringify([old, fresh]));
    }
  });
});

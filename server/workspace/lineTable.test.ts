import assert from 'node:assert/strict';
import { LineTable } from './lineTable.ts';

describe('a table of lines', () => {
  const text = 'a\r\nbü\n\rc😀d';
  const lines = new LineTable(text);

  it('finds the position of every offset and back', () => {
    assert.equal(lines.lineCount, 4);
    for (let offset = 0; offset <= text.length; offset++) {
      // The place between \r and \n is in no line.
      if (offset === 2) continue;
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    }
    assert.deepEqual(lines.positionAt(text.indexOf('d')), { line: 3, character: 3 });
  });

  it('brings what is outside to the nearest place inside', () => {
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 1);
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), text.length);
    assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 3, character: 4 });
  });

  it('of an edited text is that of the text', () => {
    const pieces = ['', 'x', '\n', '\r', '\r\n', 'y\nz\n', '\n\r'];
    const original = 'a\r\nb\n\rc\n\nd';
    for (const added of pieces) {
      for (let start = 0; start <= original.length; start++) {
        for (let end = start; end <= original.length; end++) {
          const after = original.slice(0, start) + added + original.slice(end);
          const table = new LineTable(original).edited(after, start, end, added);
          const offsets = Array.from({ length: after.length + 1 }, (_, offset) => offset);
          const positions = (of: LineTable) => offsets.map((offset) => of.positionAt(offset));
          assert.deepEqual(positions(table), positions(new LineTable(after)));
        }
      }
    }
  });
});

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

  it('of a text that is typed in key by key is that of the text', () => {
    let typed = 'a\nbc\r\nd\n\ne\n';
    let table = new LineTable(typed);
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
    const keys = ['x', 'x', 'yy', '', '', '\n', '\r\n', 'a\nb'];
    for (let key = 0, at = 0; key < 2000; key++) {
      // Mostly in one place for a while.
      if (random(5) === 0 || at > typed.length) at = random(typed.length + 1);
      const added = typed.length > 60 ? '' : keys[random(keys.length)]!;
      const end = Math.min(typed.length, at + random(3));
      const after = typed.slice(0, at) + added + typed.slice(end);
      table = table.edited(after, at, end, added);
      typed = after;
      const anew = new LineTable(typed);
      assert.equal(table.lineCount, anew.lineCount);
      for (let offset = 0; offset <= typed.length; offset++)
        assert.deepEqual(table.positionAt(offset), anew.positionAt(offset));
      for (let line = 0; line < anew.lineCount; line++)
        assert.equal(table.endOf(line), anew.endOf(line));
    }
  });
});

import assert from 'node:assert/strict';
import { byteOffset, indexAt, nodesAt, parse, spanOf, startOf, utf8Length } from './index.ts';

/** What stands at the `|`, from the block's header or pair to the innermost, each by its kind or its text. */
function around(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { nodes, start } = nodesAt(parse(text), offset);
  return nodes.map((node) =>
    'kind' in node ? node.kind : text.slice(start + node.start, start + node.end),
  );
}

describe('nodesAt', () => {
  it('goes from the line to the innermost node', () => {
    assert.deepEqual(around('a = 1\n[b]\nc.d = [1, { e = "x|y" }]\n'), [
      ...['pair', 'array', 'inline-table', 'pair', 'string'],
    ]);
    assert.deepEqual(around('[a]\nb.c|c.d = 1'), ['pair', 'b.cc.d', 'cc']);
    assert.deepEqual(around('x = 1\n[[a.b|]]'), ['array', 'a.b', 'b']);
  });

  it('touches what ends at the offset', () => {
    assert.deepEqual(around('abc| = 1'), ['pair', 'abc', 'abc']);
    assert.deepEqual(around('a = 1|'), ['pair', 'integer']);
    assert.deepEqual(around('a = |'), ['pair', 'missing']);
    assert.deepEqual(around('a = 1 |'), []);
  });

  it('is in an array that is not closed yet', () => {
    assert.deepEqual(around('a = [\n  |\n\n[b]\n'), ['pair', 'array']);
  });
});

describe('places', () => {
  const document = parse('a = "ä"\n[b]\nc = 1\n');

  it('are found by their block', () => {
    const block = document.blocks[1]!;
    assert.equal(startOf(document, block), 8);
    assert.equal(startOf(document, parse('').blocks[0]!), undefined);
    assert.deepEqual(spanOf(document, { block, start: 4, end: 9 }), { start: 12, end: 17 });
  });

  it('belong to the later of two blocks at their border', () => {
    assert.deepEqual(
      [0, 7, 8, 99].map((offset) => indexAt(document, offset)),
      [0, 0, 1, 1],
    );
    assert.equal(indexAt(parse('[a]'), 0), 1);
  });

  it('can be told in bytes', () => {
    assert.equal(byteOffset(document, 8), 9);
    assert.equal(utf8Length('a\u00e9\u20ac\u{1f98e}', 0, 5), 1 + 2 + 3 + 4);
  });
});

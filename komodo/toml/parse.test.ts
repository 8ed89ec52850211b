import assert from 'node:assert/strict';
import { parse } from './index.ts';
import type { Span } from './index.ts';
import { problemsOf, valueOf } from './testing/read.ts';

describe('parse', () => {
  it('divides a text into blocks at its headers; offsets count from the block', () => {
    const text = '# c\na = 1\n\n[b]\nc.d = "x" # e\n[[f]]';
    const { blocks, starts } = parse(text);
    assert.deepEqual(starts, [0, 11, 29]);
    assert.deepEqual(
      blocks.map(({ length }) => length),
      [11, 18, 5],
    );
    const [first, second, third] = blocks;
    assert.equal(first!.header, undefined);
    assert.deepEqual(first!.comments, [{ start: 0, end: 3 }]);
    assert.deepEqual(second!.header, {
      kind: 'table',
      start: 0,
      end: 3,
      key: { start: 1, end: 2, parts: [{ start: 1, end: 2, name: 'b', quote: '' }] },
      closed: true,
    });
    assert.deepEqual(second!.pairs, [
      {
        kind: 'pair',
        start: 4,
        end: 13,
        key: {
          start: 4,
          end: 7,
          parts: [
            { start: 4, end: 5, name: 'c', quote: '' },
            { start: 6, end: 7, name: 'd', quote: '' },
          ],
        },
        equals: 8,
        value: { kind: 'string', start: 10, end: 13, value: 'x', quote: '"' },
      },
    ]);
    assert.deepEqual(second!.comments, [{ start: 14, end: 17 }]);
    assert.equal(third!.header!.kind, 'array');
  });

  it('has an empty block before a header at the very start, and one for an empty text', () => {
    assert.deepEqual(parse('[a]').starts, [0, 0]);
    assert.deepEqual(parse('').starts, [0]);
  });

  it('takes a header in a string or array for what it is', () => {
    const text = 'a = """\n[x]\n"""\nb = \'\'\'\n[[y]]\'\'\'\nc = [\n[1],\n[[2]]\n]\n';
    assert.equal(parse(text).blocks.length, 1);
    assert.deepEqual(valueOf(text), { a: '[x]\n', b: '[[y]]', c: [[1], [[2]]] });
  });

  it('knows what each kind of value is', () => {
    assert.deepEqual(
      valueOf('a = [true, -1_0, 0xfF, 1e3, inf, "x", \'y\', 1979-05-27 07:32:00Z, {}, []]'),
      { a: [true, -10, 255, 1000, Infinity, 'x', 'y', '1979-05-27 07:32:00Z', {}, []] },
    );
  });

  it('keeps integers of any size', () => {
    const [pair] = parse('a = -99999999999999999999').blocks[0]!.pairs;
    assert.deepEqual(pair!.value, {
      kind: 'integer',
      start: 4,
      end: 25,
      value: -99999999999999999999n,
    });
  });

  it('counts UTF-16 code units, also after characters of two', () => {
    const [pair] = parse('"\u{1f98e}" = "\u{1f98e}"').blocks[0]!.pairs;
    assert.deepEqual([pair!.key.start, pair!.equals, pair!.value.start, pair!.end], [0, 5, 7, 11]);
  });

  it('passes a byte order mark at the start alone', () => {
    assert.deepEqual(valueOf('\ufeffa = 1'), { a: 1 });
    assert.notDeepEqual(problemsOf('\ufeff\ufeffa = 1'), []);
  });

  it('takes LF and CRLF for the end of a line, and CR for a mistake', () => {
    assert.deepEqual(valueOf('a = 1\r\n[b]\r\nc = """\r\nx\r\n"""\r\n'), {
      a: 1,
      b: { c: 'x\r\n' },
    });
    assert.deepEqual(problemsOf('a = 1\rb = 2'), [
      '1: \r: a carriage return must be followed by a newline',
    ]);
  });

  it('reads TOML 1.0 where Core does', () => {
    const text = 'a = {\n  b = "\\e\\x41", # c\n}\nd = 07:32\n';
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(
      problemsOf(text, { version: '1.0' }).map((problem) => problem.replace(/;.*/, '')),
      [
        '1: \n: TOML 1.0 allows no line break and no comment in an inline table',
        '2: \\e: unknown escape',
        '2: \\x: unknown escape',
        '2: ,: TOML 1.0 allows no comma after the last pair of an inline table',
        '2: # c\n: TOML 1.0 allows no line break and no comment in an inline table',
        '4: 07:32: TOML 1.0 wants the seconds too',
      ],
    );
  });

  it('lets line breaks stand around = in an inline table, as Core does', () => {
    assert.deepEqual(valueOf('a = { b\n=\n1 }'), { a: { b: 1 } });
    assert.notDeepEqual(problemsOf('a\n= 1'), []);
  });
});

describe('the offsets of every node', () => {
  it('lie in the block, inner in outer ones, in the order of the text', () => {
    const text = 'x = { a.b = [1, "2", { c = 3 }], "d" = 4 }\n[e . \'f\']\ng = ';
    const inside = (outer: Span, inner: Span) => {
      assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end);
    };
    for (const { length, header, pairs } of parse(text).blocks) {
      for (const node of [...(header ? [header] : []), ...pairs]) {
        inside({ start: 0, end: length }, node);
        inside(node, node.key);
        for (const part of node.key.parts) inside(node.key, part);
        if (node.kind === 'pair') inside(node, node.value);
      }
    }
  });
});

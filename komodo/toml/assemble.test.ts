import assert from 'node:assert/strict';
import { dataOf, parse, spanOf } from './index.ts';
import { problemsOf, valueOf } from './testing/read.ts';

describe('dataOf', () => {
  it('puts headers and dotted keys together', () => {
    const text = 'a.b = 1\n[[c]]\nd = 2\n[c.e]\nf.g = 3\nf.h = 4\n[[c]]\n[i.j]\n[i]\nk = 5\n';
    assert.deepEqual(valueOf(text), {
      a: { b: 1 },
      c: [{ d: 2, e: { f: { g: 3, h: 4 } } }, {}],
      i: { j: {}, k: 5 },
    });
  });

  it('knows how each table came to be, and where', () => {
    const document = parse('a.b = {}\n[[c]]\n[d.e]\n');
    const { root } = dataOf(document);
    const form = (name: string) => {
      const { value, key } = root.entries.get(name)!;
      const { start, end } = spanOf(document, value.place);
      const keySpan = spanOf(document, key);
      const words = [start, end, keySpan.start, keySpan.end];
      return [value.kind === 'table' ? value.form : value.kind, ...words];
    };
    assert.deepEqual(form('a'), ['dotted', 0, 1, 0, 1]);
    assert.deepEqual(form('c'), ['array', 9, 14, 11, 12]);
    assert.deepEqual(form('d'), ['implicit', 16, 17, 16, 17]);
  });

  const refused: [what: string, text: string, problem: string][] = [
    ['a key twice', 'a = 1\na = 2', '2: a: duplicate key'],
    ['also with quotes', 'a = 1\n"\\u0061" = 2', '2: "\\u0061": duplicate key'],
    ['a table twice', '[a]\n[a]', '2: a: duplicate key: the table a is defined twice'],
    ['a table where a value is', 'a = 1\n[a]', '2: a: duplicate key: a is no table'],
    [
      'an array of tables where a table is',
      '[a]\n[[a]]',
      '2: a: duplicate key: a is no array of [[tables]]',
    ],
    [
      'a header through a value',
      'a = 1\n[a.b]',
      '2: a: a header cannot add to a, which is an integer',
    ],
    [
      'a header through an inline table',
      'a = {}\n[a.b]',
      '2: a: a header cannot add to a, which is an inline table',
    ],
    [
      'a header through an array',
      'a = []\n[a.b]',
      '2: a: a header cannot add to a, which is an array',
    ],
    [
      'a dotted key into an inline table',
      'a = {}\na.b = 1',
      '2: a: a dotted key cannot add to a, which is an inline table',
    ],
    [
      'a dotted key into a table with a header',
      '[a.b]\n[a]\nb.c = 1',
      '3: b: a dotted key cannot add to b, which is a table with a header of its own',
    ],
    [
      'a dotted key into an array of tables',
      '[[a.b]]\n[a]\nb.c = 1',
      '3: b: a dotted key cannot add to b, which is an array of tables',
    ],
    ['a key twice in an inline table', 'a = { b = 1, b = 2 }', '1: b: duplicate key'],
  ];
  for (const [what, text, problem] of refused) {
    it(`refuses ${what}`, () => assert.deepEqual(problemsOf(text), [problem]));
  }

  it('says where the first of two stands', () => {
    const document = parse('[t]\na = 1\na = 2\n');
    const [problem] = dataOf(document).problems;
    assert.deepEqual(spanOf(document, problem!.related!), { start: 4, end: 5 });
  });

  it('tells problems in the order of the text', () => {
    assert.deepEqual(
      problemsOf('a = "\\q"\na = 1\nb = ?\n').map((problem) => problem[0]),
      ['1', '2', '3'],
    );
  });

  it('refuses a key of more than 80 parts, as Core does, in a header too', () => {
    const key = (parts: number) => Array.from({ length: parts }, () => 'a').join('.');
    assert.deepEqual(problemsOf(`${key(80)} = 1\n[b.${key(79)}]\n`), []);
    assert.equal(problemsOf(`${key(81)} = 1\n`).length, 1);
    assert.equal(problemsOf(`[${key(81)}]\n`).length, 1);
  });

  it('refuses what stands more than 80 deep, as Core does', () => {
    const arrays = (depth: number) => `a = ${'['.repeat(depth)}${']'.repeat(depth)}\nb = 1\n`;
    const tables = (depth: number) => `a = ${'{a='.repeat(depth)}1${'}'.repeat(depth)}\nb = 1\n`;
    for (const nested of [arrays, tables]) {
      assert.deepEqual(problemsOf(nested(80)), []);
      assert.equal(problemsOf(nested(81)).length, 1);
      assert.equal((valueOf(nested(500)) as { b: number }).b, 1);
    }
  });

  it('takes names that JavaScript knows for names like others', () => {
    const { root } = dataOf(parse('__proto__ = 1\nconstructor.toString = 2\n'));
    assert.deepEqual([...root.entries.keys()], ['__proto__', 'constructor']);
  });
});

import assert from 'node:assert/strict';
import { mergeArgs, parseArguments } from './args.ts';

describe('arguments of an Action', () => {
  it('are lines of names with texts', () => {
    const text = `# comment
A = 1
B: two
C="quoted # not comment" # comment
  D =  spaced  
E=
F=a=b
- G=dash
`;
    // What a real Core printed.
    assert.deepEqual(parseArguments(text), {
      A: '1',
      B: 'two',
      C: '"quoted',
      D: 'spaced',
      E: '',
      F: 'a=b',
      G: 'dash',
    });
  });

  it('lose quotes that stand around name and value together', () => {
    assert.deepEqual(parseArguments('- "A=b c"'), { A: 'b c' });
  });

  const same = { a: 1, b: [1, 2], t: { x: 'y', deep: { z: true } } };
  for (const [format, text] of [
    ['toml', 'a = 1\nb = [1, 2]\n[t]\nx = "y"\n[t.deep]\nz = true\n'],
    ['yaml', 'a: 1\nb:\n  - 1\n  - 2\nt:\n  x: y\n  deep:\n    z: true\n'],
    ['json', '{ "a": 1, "b": [1, 2], "t": { "x": "y", "deep": { "z": true } } }'],
  ] as const) {
    it(`are ${format}`, () => assert.deepEqual(parseArguments(text, format), same));
  }

  it('have dates of TOML as its crate hands them on', () => {
    const text = 'day = 2026-01-02\nat = [1979-05-27 07:32:00.500z, 07:32:00]\n';
    const date = (written: string) => ({ $__toml_private_datetime: written });
    // What a real Core printed.
    assert.deepEqual(parseArguments(text, 'toml'), {
      day: date('2026-01-02'),
      at: [date('1979-05-27T07:32:00.5Z'), date('07:32:00')],
    });
  });

  it('may be empty, but for json', () => {
    assert.deepEqual(parseArguments(''), {});
    assert.deepEqual(parseArguments('', 'toml'), {});
    assert.deepEqual(parseArguments('', 'yaml'), {});
    assert.throws(() => parseArguments('', 'json'), /no JSON/);
  });

  it('must be readable, and an object', () => {
    assert.throws(() => parseArguments('A = 1\nnothing'), /Line 2/);
    assert.throws(() => parseArguments('a = ', 'toml'), /no TOML/);
    assert.throws(() => parseArguments('[1]', 'json'), /object/);
  });

  it('are joined with those of a run: objects deep, arrays one after the other', () => {
    const given = { a: 'new', b: [3], t: { x: 2, deep: { w: 1 } }, A: 'upper', extra: null };
    // What a real Core printed.
    assert.deepEqual(mergeArgs(same, given), {
      a: 'new',
      b: [1, 2, 3],
      t: { x: 2, deep: { z: true, w: 1 } },
      A: 'upper',
      extra: null,
    });
  });

  it('cannot be joined where an object or an array meets something else', () => {
    assert.throws(() => mergeArgs({ a: { b: [1] } }, { a: { b: 'x' } }), /`b` must be an array/);
    assert.throws(() => mergeArgs({ a: {} }, { a: null }), /`a` must be an object/);
  });
});

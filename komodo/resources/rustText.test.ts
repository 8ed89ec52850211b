import assert from 'node:assert/strict';
import { debugText, floatWithPoint, jsonFloat, oneOf, parsedInteger, trimmed } from './rustText.ts';

describe('a float in an error', () => {
  const examples = [
    [1.5, '1.5'],
    [2, '2.0'],
    [-0, '-0.0'],
    [1e21, '1000000000000000000000.0'],
    [3e-7, '0.0000003'],
    [1.25e-8, '0.0000000125'],
    [NaN, 'NaN'],
    [-Infinity, '-inf'],
  ] as const;
  for (const [value, text] of examples) {
    it(`is written with all its digits: ${text}`, () => assert.equal(floatWithPoint(value), text));
  }
});

describe('a float in JSON', () => {
  const examples = [
    [90, '90.0'],
    [1e-5, '0.00001'],
    [9.9e-6, '9.9e-6'],
    [9007199254740992, '9007199254740992.0'],
    [1e16, '1e+16'],
    [Infinity, 'null'],
  ] as const;
  for (const [value, text] of examples) {
    it(`is as short as can be: ${text}`, () => assert.equal(jsonFloat(value), text));
  }
});

describe('a text in an error', () => {
  const examples = [
    ['plain é \u{1f419}', '"plain é \u{1f419}"'],
    ['say "x" \\', '"say \\"x\\" \\\\"'],
    ["it's", '"it\'s"'],
    ['a\0\t\r\n\u0007', '"a\\0\\t\\r\\n\\u{7}"'],
    ['zero\u200bwidth\u00a0space', '"zero\\u{200b}width\\u{a0}space"'],
    ['e\u0301', '"e\\u{301}"'],
  ] as const;
  for (const [text, debug] of examples) {
    it(`shows what does not print: ${debug}`, () => assert.equal(debugText(text), debug));
  }
});

describe('a list of names', () => {
  it('says "or" between two and "one of" before more', () => {
    assert.equal(oneOf(['a']), '`a`');
    assert.equal(oneOf(['a', 'b']), '`a` or `b`');
    assert.equal(oneOf(['a', 'b', 'c']), 'one of `a`, `b`, `c`');
  });
});

describe('an integer in a text', () => {
  const read = (text: string) => parsedInteger(text, -128n, 127n);
  it('may have a sign', () => {
    assert.deepEqual(['+5', '-05', '127'].map(read), [5n, -5n, 127n]);
  });
  it('is told why it is none', () => {
    assert.deepEqual(
      ['', 'x', '-', '128', '-129']
        .map(read)
        .map((found) => typeof found === 'object' && found.problem),
      [
        'cannot parse integer from empty string',
        'invalid digit found in string',
        'invalid digit found in string',
        'number too large to fit in target type',
        'number too small to fit in target type',
      ],
    );
  });
});

describe('white space', () => {
  it('is what Unicode says it is', () => {
    assert.equal(trimmed('\u0085\u3000 a \ufeff\u200b\t'), 'a \ufeff\u200b');
  });
});

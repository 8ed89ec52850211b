import assert from 'node:assert/strict';
import { JsonSyntaxError, parseJson, placeAt } from './parse.ts';
import { plain } from './tree.ts';

function failure(text: string | Buffer): string {
  const bytes = Buffer.from(text as string);
  try {
    parseJson(bytes);
  } catch (error) {
    if (error instanceof JsonSyntaxError)
      return `${error.message} at ${placeAt(bytes, error.offset)}`;
    throw error;
  }
  return 'no failure';
}

describe('JSON', () => {
  for (const text of [
    'null',
    ' [1, -0.5e3, true, false, null, "a\\u00e9\\ud83e\\udd8e\\n\\/"] ',
    '{"a": {"b": []}, "": 12345678901234567890, "a": 2}',
    '"ünï 🦎"',
  ]) {
    it(`reads ${text}`, () => {
      assert.deepEqual(plain(parseJson(Buffer.from(text))), JSON.parse(text));
    });
  }

  for (const [text, message] of [
    ['', 'EOF while parsing a value at line 1 column 0'],
    ['hello', 'expected value at line 1 column 1'],
    ['nul', 'EOF while parsing a value at line 1 column 3'],
    ['nulx', 'expected ident at line 1 column 4'],
    ['[1,]', 'trailing comma at line 1 column 4'],
    ['[1 2]', 'expected `,` or `]` at line 1 column 4'],
    ['[', 'EOF while parsing a list at line 1 column 1'],
    ['{"a" 1}', 'expected `:` at line 1 column 6'],
    ['{"a": 1', 'EOF while parsing an object at line 1 column 7'],
    ['{a: 1}', 'key must be a string at line 1 column 2'],
    ['{"a": 1,}', 'trailing comma at line 1 column 9'],
    ['"abc', 'EOF while parsing a string at line 1 column 4'],
    ['"a\\q"', 'invalid escape at line 1 column 4'],
    ['{\n  "a": tru\n}', 'expected ident at line 3 column 0'],
    ['{} {}', 'trailing characters at line 1 column 4'],
    ['-', 'EOF while parsing a value at line 1 column 1'],
    ['1e999', 'number out of range at line 1 column 5'],
    ['['.repeat(200), 'recursion limit exceeded at line 1 column 128'],
  ] as const) {
    it(`refuses ${text.slice(0, 20)}`, () => assert.equal(failure(text), message));
  }

  it('refuses what is no UTF-8 at the end of the string that holds it', () => {
    const bytes = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    assert.equal(failure(bytes), 'invalid unicode code point at line 1 column 5');
  });
});

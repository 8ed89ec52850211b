import assert from 'node:assert/strict';
import { jsonText } from '../../komodo/resources/index.ts';
import { exactJson } from './exactJson.ts';

const parseJson = (text: string) => exactJson(Buffer.from(text));

describe('JSON', () => {
  it('keeps integers and floats apart, and the order of names', () => {
    const text =
      '{"b":1,"10":1.0,"9":-0,"x":[18446744073709551615,18446744073709551616,1.5e300,2e-7]}';
    assert.equal(
      jsonText(parseJson(text)),
      '{"b":1,"10":1.0,"9":-0.0,"x":[18446744073709551615,1.8446744073709552e+19,1.5e+300,2e-7]}',
    );
  });

  it('keeps every text', () => {
    const texts = [
      '',
      '"\\/\b\f\n\r\t',
      'é\u{1f419}\u2028\u007f\u009f',
      '\u0000\u001f',
      '__proto__',
    ];
    for (const text of texts) assert.equal(parseJson(JSON.stringify(text)), text);
    assert.equal(parseJson('"\\u00e9\\ud83d\\udc19\\/"'), 'é\u{1f419}/');
  });

  it('takes the last of two names that are the same', () => {
    assert.equal(jsonText(parseJson('{"a":1,"b":2,"a":3}')), '{"a":3,"b":2}');
  });

  // What serde_json says of each.
  const broken = [
    ['', 'EOF while parsing a value at line 1 column 0'],
    ['{"a":1,}', 'trailing comma at line 1 column 8'],
    ['[1 2]', 'expected `,` or `]` at line 1 column 4'],
    ['{"a" 1}', 'expected `:` at line 1 column 6'],
    ['{1:2}', 'key must be a string at line 1 column 2'],
    ['tru\n', 'expected ident at line 2 column 0'],
    ['01', 'invalid number at line 1 column 2'],
    ['1e400', 'number out of range at line 1 column 5'],
    [
      '"a\tb"',
      'control character (\\u0000-\\u001F) found while parsing a string at line 1 column 3',
    ],
    ['"\\x"', 'invalid escape at line 1 column 3'],
    ['"\\ud800"', 'unexpected end of hex escape at line 1 column 8'],
    ['{} x', 'trailing characters at line 1 column 4'],
    ['é', 'expected value at line 1 column 1'],
    ['['.repeat(130), 'recursion limit exceeded at line 1 column 128'],
  ] as const;
  for (const [text, message] of broken) {
    it(`is not ${text.slice(0, 12)}`, () => {
      assert.throws(() => parseJson(text), { name: 'Error', message });
    });
  }
});

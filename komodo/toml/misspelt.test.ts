import assert from 'node:assert/strict';
import { misspelt } from './misspelt.ts';

describe('misspelt', () => {
  const told: Record<string, readonly string[]> = {
    'the boolean is written true': ['t', 'tru', 'True', 'TRUE'],
    'the boolean is written false': ['fals', 'False'],
    'infinity is written inf': ['Inf', '+infinity'],
    'TOML has no value for nothing; leave the key out': ['null', 'None'],
    'a boolean is true or false; a text needs quotes around it': ['yes', 'off'],
    'the quote that opens this string is missing': ['prod"', "two words'"],
    'the quotes that open this string are missing': ['x"""'],
    'a date is written 1979-05-27, with a time 1979-05-27T07:32:00Z': [
      ...['1979-5-27', '1979-05-27T7:32', '1979-05-27 noon'],
    ],
    'a time is written 07:32:00; a text needs quotes around it': ['7:32', '07:32:00Z', '80:80'],
    'digits must follow 0x, 0o or 0b, and an underscore stands between two digits alone': [
      ...['0x', '0o_7', '0b1__0'],
    ],
    'a number has one sign at most': ['--1', '+-0.5'],
    'only a decimal number can have a sign': ['-0x1F'],
    '0x, 0o and 0b are written in small letters': ['0X1F'],
    'a hexadecimal number is made of 0 to 9 and A to F': ['0xG'],
    'an octal number is made of 0 to 7': ['0o8'],
    'a binary number is made of 0 and 1': ['0b2'],
    'a number cannot begin with a zero': ['007', '-01.5'],
    'an underscore stands between two digits alone': ['1__0', '1_', '1_.5', '1.5_'],
    'digits must stand on both sides of the dot': ['1.', '.5', '1.e3'],
    'digits must follow the e of a number': ['1e', '1.5e+'],
    'a number has one dot at most; a text needs quotes around it': ['1.2.3'],
    'a text needs quotes around it': ['prod', '10s', 'my server', '5 minutes', 'trueish'],
  };
  for (const [hint, words] of Object.entries(told)) {
    it(`${words.join(', ')}: ${hint}`, () => {
      for (const word of words) assert.equal(misspelt(word), hint, word);
    });
  }

  it('takes no long time for a long word', () => {
    for (const unit of ['1', '_', '1_', '.', '-', '0x', '1.']) misspelt(`${unit.repeat(100_000)}!`);
  });
});

import assert from 'node:assert/strict';
import { engine } from './testing/engine.ts';
import { withoutSeparators } from './withoutSeparators.ts';

const rewritten: [string, string][] = [
  ['^web-\\d{1,3}$', '^web-(?:\\d|\\d{2}|\\d{3})$'],
  ['^a{2,}$', '^(?:a{2}a*)$'],
  ['^a{1,}b{0,}$', '^a+b*$'],
  ['^a{0,2}$', '^(?:a|a{2})?$'],
  ['^a{2}{0,1}$', '^(?:a{2})?$'],
  ['^a{2,2}$', '^(?:a{2})$'],
  ['^[a-z]{1,2}$', '^(?:[a-z]|[a-z]{2})$'],
  ['^(?:ab|c){1,2}?$', '^(?:(?:ab|c)|(?:ab|c){2})$'],
  ['^(a{1,2}b){1,2}$', '^(?:((?:a|a{2})b)|((?:a|a{2})b){2})$'],
  ['^a{1,2}{2}$', '^(?:a|a{2}){2}$'],
  ['a,b', 'a\\x2Cb'],
  ['[{1,2}]', '[{1\\x2C2}]'],
  ['[a,b]', '[a\\x2Cb]'],
  ['[],]x', '[]\\x2C]x'],
  ['[[:alpha:],[x,y]]', '[[:alpha:]\\x2C[x\\x2Cy]]'],
  ['\\p{L}{1,2},', '(?:\\p{L}|\\p{L}{2})\\x2C'],
  ['\\x{61}{1,2}\\b', '(?:\\x{61}|\\x{61}{2})\\b'],
  ['(?i)a{1,2}', '(?i)(?:a|a{2})'],
  ['(?P<n>a),', '(?P<n>a)\\x2C'],
  ['a\\,b', 'a\\x2Cb'],
  ['a #b', 'a \\x23b'],
];

describe('a regex without commas', () => {
  for (const [regex, without] of rewritten)
    it(`is ${without} for ${regex}`, () => assert.equal(withoutSeparators(regex), without));

  it('matches the same texts', () => {
    const alphabet = ['a', 'b', 'c', ',', '1', ' #', '-'];
    let texts = [''];
    const all: string[] = [];
    for (let length = 0; length < 3; length++) {
      texts = texts.flatMap((text) => alphabet.map((sign) => text + sign));
      all.push(...texts);
    }
    all.push('web-', 'web-1', 'web-12', 'web-123', 'web-1234', 'aabaab', 'aaaaa');
    for (const [regex, without] of rewritten)
      assert.deepEqual(engine(without, all), engine(regex, all), regex);
  });

  it('is not sought where there is none to begin with', () =>
    assert.equal(withoutSeparators('^web-\\d+$'), undefined));

  it('cannot be had of everything', () => {
    for (const regex of [
      'a{1,40}',
      '(((a{1,9}){1,9}){1,9}){1,9}',
      `${'('.repeat(99999)},`,
      'a{3,1}',
      'a{,2}',
      'a{ 1, 2 }',
      'a{0,0}',
      '(?x)a , b',
      '(?=a,b)',
      '[a,',
      '(a,',
      'a,)',
      'a\\',
    ])
      assert.equal(withoutSeparators(regex), undefined, regex.slice(0, 40));
  });
});

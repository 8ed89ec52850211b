/** Ways to write a value wrongly, the most telling first: what a word looks like, and what to say of it. */
const HINTS: readonly (readonly [looksLike: RegExp, hint: string])[] = [
  [/^t(r(u(e)?)?)?$/i, 'the boolean is written true'],
  [/^f(a(l(s(e)?)?)?)?$/i, 'the boolean is written false'],
  [/^[+-]?(inf|infinity|infinite)$/i, 'infinity is written inf'],
  [/^[+-]?nan$/i, 'what is not a number is written nan'],
  [/^(null|nil|none|undefined)$/i, 'TOML has no value for nothing; leave the key out'],
  [/^(yes|on|no|off)$/i, 'a boolean is true or false; a text needs quotes around it'],
  [/^[^"']*("""|''')$/, 'the quotes that open this string are missing'],
  [/^[^"']*["']$/, 'the quote that opens this string is missing'],
  [/^\d{4}-\d\d?-\d/, 'a date is written 1979-05-27, with a time 1979-05-27T07:32:00Z'],
  [/^\d\d?:\d/, 'a time is written 07:32:00; a text needs quotes around it'],
  [/^[+-]{2,}[\d.]/, 'a number has one sign at most'],
  [/^[+-]0[xob]/i, 'only a decimal number can have a sign'],
  [/^0[XOB]/, '0x, 0o and 0b are written in small letters'],
  [
    /^0(x[\dA-F_]*|o[0-7_]*|b[01_]*)$/i,
    'digits must follow 0x, 0o or 0b, and an underscore stands between two digits alone',
  ],
  [/^0x/, 'a hexadecimal number is made of 0 to 9 and A to F'],
  [/^0o/, 'an octal number is made of 0 to 7'],
  [/^0b/, 'a binary number is made of 0 and 1'],
  [/^[+-]?0[\d_]+(\.\d+)?(e[+-]?\d+)?$/i, 'a number cannot begin with a zero'],
  [
    /^[+-]?[\d_]*_[\d_.e+-]*$|^[+-]?[\d.e+-]+_[\d_]*$/i,
    'an underscore stands between two digits alone',
  ],
  [/^[+-]?(\.\d|\d[\d_]*\.(?!\d))/, 'digits must stand on both sides of the dot'],
  [/^[+-]?\d[\d_]*(\.\d[\d_]*)?e[+-]?$/i, 'digits must follow the e of a number'],
  [/^[+-]?[\d.]+$/, 'a number has one dot at most; a text needs quotes around it'],
];

/** No number or date is as long, and no pattern above takes its time over as much. */
const LONGEST = 80;

/** What to say of words that stand where a value must, and are none. */
export function misspelt(words: string): string {
  const found = HINTS.find(([looksLike]) => words.length <= LONGEST && looksLike.test(words));
  return found?.[1] ?? 'a text needs quotes around it';
}

/** What stands between the quotes of a JavaScript string, or of a template without `${}`, and the text that it stands for. */

const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[^]))/gi;
const named: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  // Behind these a line goes on.
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};

/** The text that a literal stands for. Of one that is broken what can be told. */
export function literalValue(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(ESCAPE, valueOf);
}

/** Where each UTF-16 code unit of the text is written, and where the last one ends; in the literal, without quotes. */
export function literalOffsets(written: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  const plain = (end: number) => {
    while (at < end) offsets.push(at++);
  };
  for (const found of written.matchAll(ESCAPE)) {
    plain(found.index);
    const [whole, long, four, two, sign] = found;
    const { length } = valueOf(whole, long, four, two, sign);
    offsets.push(...Array.from({ length }, () => at));
    at += whole.length;
  }
  plain(written.length);
  return [...offsets, written.length];
}

function valueOf(_: string, long?: string, four?: string, two?: string, sign?: string): string {
  if (sign !== undefined) return named[sign] ?? sign;
  const point = Number.parseInt((long ?? four ?? two)!, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

/** A text as it stands between quotes of that kind. */
export function asLiteral(text: string, quote: '"' | "'" | '`'): string {
  return text.replace(/[\\"'`\n\r\u2028\u2029]|\$\{/g, (sign) => {
    if (sign === '\n') return quote === '`' ? sign : '\\n';
    if (sign === '\r') return '\\r';
    if (sign === '\u2028' || sign === '\u2029') return `\\u${sign.charCodeAt(0).toString(16)}`;
    if (sign === '${') return quote === '`' ? '\\${' : sign;
    return sign === '\\' || sign === quote ? `\\${sign}` : sign;
  });
}

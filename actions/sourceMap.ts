/** The mappings of a source map, revision 3 (ECMA-426), for one that has a single source. */

/** From a place of the generated text on: where it comes from, undefined for what comes from nowhere. Counted from 0. */
export interface Mapping {
  readonly generated: { readonly line: number; readonly column: number };
  readonly source: { readonly line: number; readonly column: number } | undefined;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Reads `mappings`; names are left out.
 * @throws Error for what is none
 */
export function readMappings(text: string): readonly Mapping[] {
  const mappings: Mapping[] = [];
  const source = { line: 0, column: 0 };
  text.split(';').forEach((segments, line) => {
    let column = 0;
    for (const segment of segments.split(',')) {
      if (segment === '') continue;
      const [toColumn = 0, , toLine, toSourceColumn] = readNumbers(segment);
      column += toColumn;
      if (toLine === undefined || toSourceColumn === undefined) {
        mappings.push({ generated: { line, column }, source: undefined });
        continue;
      }
      source.line += toLine;
      source.column += toSourceColumn;
      mappings.push({ generated: { line, column }, source: { ...source } });
    }
  });
  return mappings;
}

/** Writes `mappings`, which are in the order of the generated text. */
export function writeMappings(mappings: readonly Mapping[]): string {
  let text = '';
  let before = { line: 0, column: 0 };
  let source = { line: 0, column: 0 };
  let isFirst = true;
  for (const mapping of mappings) {
    const { line, column } = mapping.generated;
    if (line > before.line) {
      text += ';'.repeat(line - before.line);
      before = { line, column: 0 };
      isFirst = true;
    }
    if (!isFirst) text += ',';
    isFirst = false;
    text += number(column - before.column);
    before = { line, column };
    if (!mapping.source) continue;
    text += number(0) + number(mapping.source.line - source.line);
    text += number(mapping.source.column - source.column);
    ({ source } = mapping);
  }
  return text;
}

/** Base 64 VLQ: five bits a digit, the least first, with a sixth for “goes on”; the least bit of all is the sign. */
function readNumbers(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    if (digit < 0) throw new Error(`No digit of a source map: ${character}`);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

function number(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits[rest > 0 ? digit | 32 : digit]!;
  } while (rest > 0);
  return text;
}

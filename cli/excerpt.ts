/** A problem as a compiler shows it: where it is, the line it is in, and a mark below the place. */
import { offsetAfter } from './codePoints.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters (code points). */
  readonly column: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

export interface Colors {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const wrap = (open: number, close: number) => (text: string) =>
  `\u001b[${open}m${text}\u001b[${close}m`;
const plain = (text: string) => text;

/** Terminal colours, or none of them. */
export function colors(on: boolean): Colors {
  if (!on) return { red: plain, yellow: plain, blue: plain, dim: plain, bold: plain };
  return {
    red: wrap(31, 39),
    yellow: wrap(33, 39),
    blue: wrap(34, 39),
    dim: wrap(2, 22),
    bold: wrap(1, 22),
  };
}

/** Longest piece of a source line that is shown; what is marked always is. */
const widest = 160;

/**
 * Lines for one finding, without a line break at the end.
 * @param sourceLine the text of the finding's line
 * @param length characters to mark, at least 1; cut at the end of the line
 */
export function excerpt(
  finding: Finding,
  sourceLine: string,
  length: number,
  paint: Colors,
): string {
  const shade =
    finding.severity === 'error'
      ? paint.red
      : finding.severity === 'warning'
        ? paint.yellow
        : paint.blue;
  const gutter = ' '.repeat(String(finding.line).length);
  const from = Math.max(0, finding.column - 1 - widest / 2);
  const start = offsetAfter(from, sourceLine);
  // A code point has two units at most.
  const piece = sourceLine.slice(start, start + 2 * widest).replace(/\t/g, ' ');
  const shown = Array.from(piece, printable).slice(0, widest);
  const before = finding.column - 1 - from;
  const mark = '^'.repeat(Math.max(1, Math.min(length, shown.length - before)));
  const bar = paint.dim('|');
  return [
    `${shade(`${finding.severity}[${finding.code}]`)}: ${paint.bold(finding.message)}`,
    `${gutter}${paint.dim('-->')} ${finding.file}:${finding.line}:${finding.column}`,
    `${gutter} ${bar}`,
    `${paint.dim(String(finding.line))} ${bar} ${shown.join('')}`,
    `${gutter} ${bar} ${' '.repeat(before)}${shade(mark)}`,
  ].join('\n');
}

/** Control characters could move the cursor of a terminal. */
function printable(character: string): string {
  return /[\p{Cc}\p{Cf}]/u.test(character) ? '\uFFFD' : character;
}

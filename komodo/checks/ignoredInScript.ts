/**
 * `// komodo: ignore[code]` in the script of an Action. Behind something the comment counts for its line; alone on a line,
 * for the next line that is not empty or a comment. Lines that a template text goes on over count as one. What TypeScript
 * finds is named by its number, `ts2322`, or by the code that all of its kind have. All offsets are those of the script.
 */
import { tokensAndComments, type TextChange } from '../actions/index.ts';
import type { Span } from '../toml/index.ts';
import { scriptCodes, type Code } from './codes.ts';
import { codesIgnoredBy, type IgnoredCode } from './ignoreComment.ts';

/** A code that a comment ignores, and the lines that it counts for. */
export interface IgnoredInScript extends IgnoredCode {
  readonly counts: Span;
}

/** What is found in a script, as far as a comment may tell to ignore it. */
export interface Ignorable {
  readonly code: string;
  /** The number that TypeScript gives it. */
  readonly number?: number;
  readonly start: number;
}

const none: readonly IgnoredInScript[] = [];

/** What the comments of a script ignore, in their order. */
export function ignoredIn(script: string): readonly IgnoredInScript[] {
  if (!/\bkomodo:\s*ignore\b/i.test(script)) return none;
  const lines = new Lines(script);
  return lines.comments.flatMap((comment) => {
    const codes = codesIgnoredBy(comment, script);
    if (codes.length === 0) return [];
    const counts = lines.countingFor(comment);
    return codes.map((each) => ({ ...each, counts }));
  });
}

/** Whether a comment has something ignored. */
export function ignores({ code, counts }: IgnoredInScript, found: Ignorable): boolean {
  if (found.start < counts.start || found.start > counts.end) return false;
  return (
    code === found.code || (found.number !== undefined && numberInComment(code) === found.number)
  );
}

/** Whether it is for whoever reads scripts as TypeScript to say that there is nothing to ignore. */
export function isOfTypeScript(code: string): boolean {
  return numberInComment(code) !== undefined || scriptCodes.has(code);
}

/** The number of TypeScript's that a code of a comment is: of `ts2322` and `2322`, 2322. */
export function numberInComment(code: string): number | undefined {
  const digits = /^(?:ts)?(\d+)$/i.exec(code)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Codes that say of a finding only that TypeScript has found it. */
const general: ReadonlySet<string> = new Set<Code>(['script-hint', 'script-syntax', 'script-type']);

/** What a comment calls a finding. */
export function calledInComment({ code, number }: Ignorable): string {
  return number !== undefined && general.has(code) ? `ts${number}` : code;
}

/** The comment that has something ignored, on a line of its own before that. */
export function ignoringInScript(script: string, found: Ignorable): TextChange {
  const start = new Lines(script).lineFor(found.start);
  const indentation = /^[ \t]*/.exec(script.slice(start))![0];
  const eol = script.includes('\r\n') ? '\r\n' : '\n';
  const text = `${indentation}// komodo: ignore[${calledInComment(found)}]${eol}`;
  return { start, end: start, text };
}

class Lines {
  readonly #script: string;
  readonly comments: readonly Span[];
  /** Where no line of code can begin or end: comments, and the texts of templates; in order. */
  readonly #solid: readonly Span[];
  /** By the start of a comment: the first offset behind it that is neither white space nor in a comment. */
  readonly #codeAfter = new Map<number, number>();

  constructor(script: string) {
    this.#script = script;
    const { tokens, comments } = tokensAndComments(script);
    const texts = tokens.filter(({ kind }) => kind === 'text' || kind === 'other');
    this.comments = comments;
    // Before the `${` of a template a line would be its text, too.
    const solid = texts.map(({ start, end }) => ({
      start,
      end: script.startsWith('${', end) ? end + 1 : end,
    }));
    this.#solid = [...solid, ...comments].sort((a, b) => a.start - b.start);
    const space = /\s*/y;
    for (const { start, end } of comments.toReversed()) {
      space.lastIndex = end;
      space.exec(script);
      this.#codeAfter.set(start, this.#codeAfter.get(space.lastIndex) ?? space.lastIndex);
    }
  }

  /** Where the line of an offset begins, and those that it goes on from. */
  lineFor(offset: number): number {
    let start = offset;
    for (;;) {
      const line: number = this.#script.lastIndexOf('\n', start - 1) + 1;
      const over = this.#solidAt(line);
      if (!over || over.start >= line) return line;
      start = over.start;
    }
  }

  /** Where the line of an offset ends, and those that go on from it. */
  #endFor(offset: number): number {
    let from = offset;
    for (;;) {
      const found: number = this.#script.indexOf('\n', from);
      const end = found < 0 ? this.#script.length : found;
      const over = this.#solidAt(end);
      if (!over) return end;
      from = over.end;
    }
  }

  /** What stands over an offset. */
  #solidAt(offset: number): Span | undefined {
    let [low, high] = [0, this.#solid.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#solid[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const last = this.#solid[low - 1];
    return last && offset < last.end ? last : undefined;
  }

  countingFor(comment: Span): Span {
    const line = this.lineFor(comment.start);
    const isAlone = this.#script.slice(line, comment.start).trim() === '';
    const start = isAlone ? this.#codeAfter.get(comment.start)! : line;
    return { start, end: this.#endFor(isAlone ? start : comment.end) };
  }
}

/** What `komodo: ignore[code, …]` says in a comment, be it of TOML or of a script. */
import type { Span } from '../toml/index.ts';
import { isCode, type Code } from './codes.ts';

const written = /\bkomodo:\s*ignore\b(?:\s*\[([^\]\n]*)\])?/i;

/** A code as somebody has written it. */
export interface IgnoredCode extends Span {
  /** Empty where the comment names none in brackets; then the span is what should have been written otherwise. */
  readonly code: string;
  /** Codes that stand there without the brackets. */
  readonly unbracketed?: readonly Code[];
}

/** The codes that a comment ignores, with their places in the text that the comment is a part of. */
export function codesIgnoredBy(comment: Span, text: string): readonly IgnoredCode[] {
  const found = written.exec(text.slice(comment.start, comment.end));
  if (!found) return [];
  const at = comment.start + found.index;
  const list = at + found[0].indexOf('[') + 1;
  const codes = Array.from((found[1] ?? '').matchAll(/[^\s,]+/g), (each): IgnoredCode => {
    const start = list + each.index;
    return { code: each[0], start, end: start + each[0].length };
  });
  if (codes.length > 0) return codes;
  const end = at + found[0].length;
  const rest = /^[\s:=(]*([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)\)?/.exec(
    text.slice(end, comment.end),
  );
  const unbracketed = rest?.[1]!.split(/\s*,\s*/).filter(isCode) ?? [];
  const isMeant = rest && unbracketed.length > 0;
  return [{ code: '', start: at, end: isMeant ? end + rest[0].length : end, unbracketed }];
}

/** What `komodo: ignore[code, …]` says in a comment, be it of TOML or of a script. */
import type { Span } from '../toml/index.ts';

const written = /\bkomodo:\s*ignore\s*\[([^\]\n]*)\]/;

/** A code as somebody has written it. */
export interface IgnoredCode extends Span {
  readonly code: string;
}

/** The codes that a comment ignores, with their places in the text that the comment is a part of. */
export function codesIgnoredBy(comment: Span, text: string): readonly IgnoredCode[] {
  const found = written.exec(text.slice(comment.start, comment.end));
  if (!found) return [];
  const list = comment.start + found.index + found[0].indexOf('[') + 1;
  return Array.from(found[1]!.matchAll(/[^\s,]+/g), (each): IgnoredCode => {
    const start = list + each.index;
    return { code: each[0], start, end: start + each[0].length };
  });
}

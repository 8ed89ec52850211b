/** What mends a merge conflict: one side of it, or both. */
import type { Finding } from '../../komodo/checks/index.ts';
import { conflictsIn } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Fix } from './fix.ts';
import { replacing } from './pairEdits.ts';
import { syntaxFixes } from './syntaxFixes.ts';

/** A name that git gives is often the 40 digits of a commit. */
const LONGEST_LABEL = 24;

/** Of a line that a conflict has left, to take it out. */
export function conflictFixes(document: Document, problem: Finding): Fix[] {
  const { text } = document;
  const { start } = document.spanOf(problem.place!);
  const conflict = conflictsIn(text).find((each) => each.start === start);
  if (!conflict) return syntaxFixes(document, problem);
  const { ours, theirs } = conflict;
  const sides = [ours, theirs].map((side) => text.slice(side.start, side.end));
  const end = text[conflict.end] === '\r' ? conflict.end + 2 : conflict.end + 1;
  const leaving = (title: string, left: string) => ({
    title,
    edits: [replacing(document, { start, end: Math.min(end, text.length) }, left)],
  });
  return [
    { ...leaving(`Take ours${named(ours.label)}`, sides[0]!), isSure: true },
    { ...leaving(`Take theirs${named(theirs.label)}`, sides[1]!), isSure: true },
    leaving('Take both', sides.join('')),
  ];
}

function named(label: string): string {
  if (label === '') return '';
  const short = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
  return ` (${short})`;
}

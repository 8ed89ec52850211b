/**
 * A text between `"""` that holds `"""` itself. Core writes such into its exports, commits and the `Copy` of its UI, and
 * cannot read it back: no escape helps between `"""`, where Core takes each backslash as itself.
 */
import {
  edit,
  isInsideFence,
  nodesAt,
  quotedFor,
  type PairNode,
  type Span,
  type TomlDocument,
} from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Fix } from './fix.ts';
import { replacing } from './pairEdits.ts';

/** Where a text may have been meant to end. */
const ends = /"""(?!")(?=[ \t]*(?:[,}\]#\r\n]|$))/g;
/** Ends that are tried; each means reading on from there. */
const mostTries = 10;

/** @param offset of a problem: what stands behind quotes that have closed the text too soon */
export function threeQuotesFixes(document: Document, offset: number): Fix[] {
  const found = textBefore(document, offset);
  return found ? goingOn(document, found) : [];
}

/**
 * Lets a text go on behind the quotes that close it, up to others behind which there is TOML.
 * @param found the string as it is read, and the key that it is the value of
 */
export function goingOn(document: Document, found: Span & { readonly name: string }): Fix[] {
  const { toml, text } = document;
  // With such a text before this one too, that is to be mended first: all behind it is read otherwise then.
  if (isInsideFence(toml, found.start)) return [];
  ends.lastIndex = found.start + 3;
  for (let tries = 0; tries < mostTries; tries++) {
    const index = ends.exec(text)?.index;
    if (index === undefined) break;
    const place = { start: found.start, end: index + 3 };
    if (place.end <= found.end) continue;
    const meant = text.slice(place.start + 3, index).replace(/^\r?\n/, '');
    const written = quotedFor(toml, place, meant);
    if (written === undefined || !goesOn(edit(toml, place.start, place.end, written), found.start))
      continue;
    const title = `Write \`${found.name}\` ${where(written)}, where it can hold three quotes`;
    return [{ title, edits: [replacing(document, place, written)] }];
  }
  return [];
}

/** Whether what follows the text, up to the next pair, is TOML. */
function goesOn(toml: TomlDocument, offset: number): boolean {
  const { block, start: base } = nodesAt(toml, offset);
  const at = block.pairs.findIndex(({ end }) => base + end > offset);
  const limit = block.pairs[at + 1]?.end ?? block.length;
  const from = block.pairs[at]?.start ?? 0;
  return !block.problems.some(({ start }) => start >= from && start < limit);
}

function where(written: string): string {
  if (!written.includes('\n')) return 'on one line';
  return `between \`${written.slice(0, 3)}\``;
}

/** The string between `"""` that ends before an offset, on the same line. */
function textBefore(document: Document, offset: number): (Span & { name: string }) | undefined {
  const { text, toml } = document;
  const quotes = text.lastIndexOf('"""', offset - 3);
  if (quotes < 0 || text.slice(quotes, offset).includes('\n')) return undefined;
  const { nodes, start: base } = nodesAt(toml, quotes);
  const node = nodes.at(-1);
  if (!node || !('kind' in node) || node.kind !== 'string' || node.quote !== '"""')
    return undefined;
  const end = base + node.end;
  const isBefore = !node.open && end <= offset && text.slice(end, offset).trim() === '';
  const pair = nodes.findLast((each): each is PairNode => 'kind' in each && each.kind === 'pair');
  if (!isBefore || !pair) return undefined;
  const name = pair.key.parts.map((part) => part.name).join('.');
  return { start: base + node.start, end, name };
}

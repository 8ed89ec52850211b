import {
  matchPattern,
  type Pattern,
  type PatternItem,
  type RegexEngine,
} from '../../patterns/index.ts';
import { placeWithin, type Span } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { NameRule } from '../rule.ts';
import { patternsIn } from '../written.ts';

/** Longer lists are made by programs. */
const MOST_ITEMS = 200;

/** An item of a pattern that can pick nothing but what another one picks, whatever names there are. */
export const redundantItems: NameRule = (resource, toml, { engine }) =>
  patternsIn(resource, toml).flatMap(({ pattern, place }) => {
    if (pattern.items.length < 2) return [];
    const found = superfluous(pattern, engine);
    return pattern.items.flatMap((item, index): Finding[] => {
      const other = found.get(item);
      if (!other) return [];
      const edit = { place: placeWithin(toml, place, removalOf(pattern, index)), text: '' };
      return [
        {
          code: 'redundant-pattern-item',
          class: 'style',
          message: `\`${other.text}\` picks this already.`,
          place: placeWithin(toml, place, item),
          mends: [{ title: `Remove \`${item.text}\``, edits: [edit] }],
        },
      ];
    });
  });

/** The items that are too much, each with one that picks all that it picks; of two that pick the same the first stays. */
function superfluous(
  { items: all, mode }: Pattern,
  engine: RegexEngine,
): ReadonlyMap<PatternItem, PatternItem> {
  const items = all.length > MOST_ITEMS ? [] : all.filter(({ problem }) => !problem);
  const found = new Map<PatternItem, PatternItem>();
  const seen = new Map<string, PatternItem>();
  for (const item of items) {
    const first = seen.get(item.text);
    if (first) found.set(item, first);
    else seen.set(item.text, item);
  }
  const distinct = [...seen.values()];
  const names = distinct.filter(({ onlyName }) => onlyName !== undefined);
  const only = names.map(({ onlyName }) => onlyName!);
  const broad = distinct.filter(({ onlyName }) => onlyName === undefined);
  for (const item of broad) {
    const alone = { text: item.text, mode, items: [item] };
    const picks = new Set(matchPattern(alone, only, engine).names);
    for (const name of names) if (picks.has(name.onlyName!)) found.set(name, item);
    for (const other of broad) if (other !== item && isWider(item, other)) found.set(other, item);
  }
  return found;
}

/** `web-*` picks all that `web-a*` can pick. */
function isWider({ steps }: PatternItem, { steps: others }: PatternItem): boolean {
  if (!steps || !others || steps.indexOf('*') !== steps.length - 1) return false;
  return steps.slice(0, -1).every((step, at) => step === others[at] && step !== '?');
}

/** With its comma, or with its line. */
function removalOf({ items, text }: Pattern, index: number): Span {
  const { start, end } = items[index]!;
  const next = items[index + 1];
  const previous = items[index - 1];
  if (next && !text.slice(end, next.start).includes('\n')) return { start, end: next.start };
  if (previous && !text.slice(previous.end, start).includes('\n'))
    return { start: previous.end, end };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  return lineEnd < 0 || text.slice(end, lineEnd).trim() !== ''
    ? { start, end }
    : { start: lineStart, end: lineEnd + 1 };
}

/**
 * Patterns: the text by which a Batch execution, or the target of a user group's permission, picks resources by name.
 * Core's rules: an item between two backslashes is a regex, any other a wildcard; the first bad item ends it.
 */
import { splitList } from './list.ts';
import type { ListEntry } from './list.ts';
import type { RegexEngine } from './regex-engine.ts';
import { utf8 } from './utf8.ts';
import { matchesWildcard, readWildcard } from './wildcard.ts';
import type { WildcardStep } from './wildcard.ts';

/** `batch`: the text is a list of items. `group`: the whole text is one item, white space included. */
export type PatternMode = 'batch' | 'group';

/** Why Core refuses an item: the error and its causes, outermost first, or the words of the panic it runs into. */
export type PatternProblem =
  | { readonly kind: 'error'; readonly chain: readonly string[] }
  | { readonly kind: 'panic'; readonly message: string };

export interface PatternItem extends ListEntry {
  readonly kind: 'wildcard' | 'regex';
  /** What a wildcard asks for, byte by byte; left out where Core refuses it. */
  readonly steps?: readonly WildcardStep[];
  /** The only name this item can pick: a wildcard without `*` and `?`, its escapes undone. */
  readonly onlyName?: string;
  /** Why Core refuses it. A regex is judged when it is matched, so that a pattern can be read without an engine. */
  readonly problem?: PatternProblem;
}

export interface Pattern {
  readonly text: string;
  readonly mode: PatternMode;
  readonly items: readonly PatternItem[];
}

/** What one item picks by itself, in the order of the names; nothing when it has a problem. */
export interface ItemMatches {
  readonly item: PatternItem;
  readonly names: readonly string[];
  readonly problem?: PatternProblem;
}

export interface PatternMatches {
  readonly items: readonly ItemMatches[];
  /** What Core picks: each name that any item picks, in the order of the names; nothing when there is a problem. */
  readonly names: readonly string[];
  /** The problem Core stops at: that of the first bad item. */
  readonly problem?: PatternProblem;
}

export function readPattern(text: string, mode: PatternMode): Pattern {
  return { text, mode, items: entriesOf(text, mode).map((entry) => readItem(entry, mode)) };
}

function entriesOf(text: string, mode: PatternMode): readonly ListEntry[] {
  if (mode === 'batch') return splitList(text);
  // Core skips a permission whose target is empty.
  return text === '' ? [] : [{ text, start: 0, end: text.length }];
}

function readItem(entry: ListEntry, mode: PatternMode): PatternItem {
  if (entry.text === '\\') {
    // Core takes off the first and the last character of a regex, and here they are the same one.
    const message = 'begin > end (1 > 0) when slicing `\\`';
    return { ...entry, kind: 'regex', problem: { kind: 'panic', message } };
  }
  if (entry.text.startsWith('\\') && entry.text.endsWith('\\')) return { ...entry, kind: 'regex' };
  const wildcard = readWildcard(entry.text);
  if ('error' in wildcard) {
    const context =
      mode === 'batch'
        ? 'Wildcard matching string invalid'
        : `invalid wildcard. got: ${entry.text}`;
    return { ...entry, kind: 'wildcard', problem: errorOf(context, wildcard.error) };
  }
  const { steps } = wildcard;
  if (steps.some((step) => typeof step === 'string')) return { ...entry, kind: 'wildcard', steps };
  const onlyName = entry.text.replace(/\\([*?\\])/g, '$1');
  return { ...entry, kind: 'wildcard', steps, onlyName };
}

function errorOf(...chain: readonly string[]): PatternProblem {
  return { kind: 'error', chain };
}

/**
 * Matches every item, those after a bad one too, so that all problems are known at once.
 *
 * @param names of the resources that can be picked; each is kept as often as it stands there
 */
export function matchPattern(
  pattern: Pattern,
  names: readonly string[],
  engine: RegexEngine,
): PatternMatches {
  const encoded = pattern.items.some((item) => item.kind === 'wildcard') ? encode(names) : [];
  const outcomes = pattern.items.map((item) =>
    matchItem(item, pattern.mode, names, encoded, engine),
  );
  const items = outcomes.map((outcome, place): ItemMatches => {
    const item = pattern.items[place]!;
    return 'problem' in outcome
      ? { item, names: [], problem: outcome.problem }
      : { item, names: names.filter((_, index) => outcome.found[index]) };
  });
  const problem = items.find((matches) => matches.problem)?.problem;
  if (problem) return { items, names: [], problem };
  const picked = (index: number) =>
    outcomes.some((outcome) => 'found' in outcome && outcome.found[index]);
  return { items, names: names.filter((_, index) => picked(index)) };
}

/** The same names are matched against many patterns. */
const encodings = new WeakMap<readonly string[], readonly Uint8Array[]>();

function encode(names: readonly string[]): readonly Uint8Array[] {
  let encoded = encodings.get(names);
  if (!encoded) encodings.set(names, (encoded = names.map(utf8)));
  return encoded;
}

type ItemOutcome = { readonly found: readonly boolean[] } | { readonly problem: PatternProblem };

function matchItem(
  item: PatternItem,
  mode: PatternMode,
  names: readonly string[],
  encoded: readonly Uint8Array[],
  engine: RegexEngine,
): ItemOutcome {
  const { problem, steps } = item;
  if (problem) return { problem };
  if (steps) return { found: encoded.map((name) => matchesWildcard(steps, name)) };
  const regex = item.text.slice(1, -1);
  const verdict = engine(regex, names);
  if ('found' in verdict) return verdict;
  const context =
    mode === 'batch' ? 'Regex matching string invalid' : `invalid regex. got: ${regex}`;
  return { problem: errorOf(context, verdict.error) };
}

/** A problem in one line or more, as Core shows it. */
export function problemText(problem: PatternProblem): string {
  return problem.kind === 'panic' ? problem.message : problem.chain.join(': ');
}

/** A new text of a file as edits of the lines that change, so that cursors and folds elsewhere stay where they are. */
import type { TextEdit } from 'vscode-languageserver';

/** A run of lines, from the first to before the second. */
interface Lines {
  readonly start: number;
  readonly end: number;
}
type Hunk = readonly [old: Lines, fresh: Lines];

/** Edits of whole lines; none where the texts are the same. Not always the fewest, but found in n × log n. */
export function lineEdits(old: string, fresh: string): TextEdit[] {
  if (old === fresh) return [];
  const [before, after] = [linesOf(old), linesOf(fresh)];
  const all: Hunk = [
    { start: 0, end: before.length },
    { start: 0, end: after.length },
  ];
  return differing(before, after, all).map(([lines, { start, end }]) => ({
    range: rangeOf(before, lines),
    newText: after.slice(start, end).join(''),
  }));
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function rangeOf(lines: readonly string[], { start, end }: Lines): TextEdit['range'] {
  const last = lines.length - 1;
  const isAtEnd = end > last && !lines[last]!.endsWith('\n');
  return {
    start: { line: start, character: 0 },
    end: isAtEnd ? { line: last, character: lines[last]!.length } : { line: end, character: 0 },
  };
}

/** What is left between lines that stand once in both texts and in the same order. */
function differing(before: readonly string[], after: readonly string[], hunk: Hunk): Hunk[] {
  const [old, fresh] = trimmed(before, after, hunk);
  if (old.start === old.end && fresh.start === fresh.end) return [];
  const anchors = inOrder(sharedOnce(before, after, [old, fresh]));
  if (anchors.length === 0) return [[old, fresh]];
  const ends = [...anchors, [old.end, fresh.end] as const];
  return ends.flatMap(([oldEnd, freshEnd], index) => {
    const [oldStart, freshStart] = anchors[index - 1] ?? [old.start - 1, fresh.start - 1];
    return differing(before, after, [
      { start: oldStart + 1, end: oldEnd },
      { start: freshStart + 1, end: freshEnd },
    ]);
  });
}

/** Without the lines at both ends that are the same. */
function trimmed(before: readonly string[], after: readonly string[], [old, fresh]: Hunk): Hunk {
  const shorter = Math.min(old.end - old.start, fresh.end - fresh.start);
  let head = 0;
  while (head < shorter && before[old.start + head] === after[fresh.start + head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[old.end - 1 - tail] === after[fresh.end - 1 - tail])
    tail++;
  return [
    { start: old.start + head, end: old.end - tail },
    { start: fresh.start + head, end: fresh.end - tail },
  ];
}

type Pair = readonly [old: number, fresh: number];

/** Places of lines that stand exactly once in each, in the order of the old text. */
function sharedOnce(
  before: readonly string[],
  after: readonly string[],
  [old, fresh]: Hunk,
): Pair[] {
  const places = placesOf(after, fresh);
  return [...placesOf(before, old)].flatMap(([line, place]) => {
    const other = places.get(line) ?? -1;
    return place >= 0 && other >= 0 ? [[place, other] as const] : [];
  });
}

/** Where each line stands; -1 where that is more than once. */
function placesOf(lines: readonly string[], { start, end }: Lines): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = start; at < end; at++) places.set(lines[at]!, places.has(lines[at]!) ? -1 : at);
  return places;
}

/** The longest run of pairs that grow on both sides. */
function inOrder(pairs: readonly Pair[]): Pair[] {
  /** For each length, the pair that ends a run of it with the smallest place in the new text. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(pairs[at]!);
  return run.reverse();
}

/** Which lines of the log are shown, and what is found in them: pure functions over the lines that arrived. */
import { placesInLog } from '../../../komodo/runs/index.ts';
import type { ModulePlace } from '../../../komodo/runs/index.ts';
import type { LogLine } from '../../../protocol/runPanel.ts';

/**
 * A row of the log: a line by its number in the list of all lines, or the name of the run that writes from here on
 * (where runs side by side take turns).
 */
export type LogRow = { readonly line: number } | { readonly turn: string };

/** The rows as far as they are made; `addRows` goes on from there. */
export interface LogRows {
  /** Ids of the Updates whose lines are shown; all when left out. */
  readonly runs?: ReadonlySet<string>;
  readonly rows: LogRow[];
  /** How many of the lines were looked at. */
  seen: number;
  /** The run that wrote the last row. */
  writer?: string;
}

export const startRows = (runs?: ReadonlySet<string>): LogRows => ({
  ...(runs ? { runs } : {}),
  rows: [],
  seen: 0,
});

/** Adds the rows of the lines that are new since the last call; in place, as there may be very many. */
export function addRows(log: LogRows, lines: readonly LogLine[]): void {
  for (; log.seen < lines.length; log.seen += 1) {
    const line = lines[log.seen]!;
    if (log.runs && !log.runs.has(line.run)) continue;
    const taken = log.writer !== undefined && log.writer !== line.run;
    if (taken && line.stream !== 'stage') log.rows.push({ turn: line.run });
    log.rows.push({ line: log.seen });
    log.writer = line.run;
  }
}

export const lineText = (line: LogLine): string => line.segments.map(({ text }) => text).join('');

/** Numbers of the rows that hold the words, whatever their case; none for no words. */
export function findRows(
  log: LogRows,
  lines: readonly LogLine[],
  words: string,
): readonly number[] {
  const wanted = words.toLowerCase();
  if (wanted === '') return [];
  return log.rows.flatMap((row, number) =>
    'line' in row && lineText(lines[row.line]!).toLowerCase().includes(wanted) ? [number] : [],
  );
}

/** A piece of a line as it is shown: one style, found or not, and a place in a script or not. */
export interface ShownPiece {
  readonly segment: LogLine['segments'][number];
  readonly text: string;
  readonly found: boolean;
  readonly place?: ModulePlace;
}

/** Cuts the segments of a line where something found, or a place in a script, begins and ends. */
export function piecesOf(line: LogLine, words: string): readonly ShownPiece[] {
  const wanted = words.toLowerCase();
  const whole = lineText(line);
  const text = whole.toLowerCase();
  const places = placesInLog(whole);
  const marks: { from: number; to: number }[] = [];
  for (let at = wanted === '' ? -1 : text.indexOf(wanted); at >= 0;) {
    marks.push({ from: at, to: at + wanted.length });
    at = text.indexOf(wanted, at + wanted.length);
  }
  let start = 0;
  return line.segments.flatMap((segment) => {
    const end = start + segment.text.length;
    const ends = [...marks, ...places.map((each) => ({ from: each.start, to: each.end }))];
    const cuts = ends
      .flatMap(({ from, to }) => [from, to])
      .filter((c) => c > start && c < end)
      .sort((a, b) => a - b);
    const edges = [start, ...new Set(cuts), end];
    const pieces = edges.slice(1).map((to, index) => {
      const from = edges[index]!;
      const found = marks.some((mark) => mark.from <= from && from < mark.to);
      const place = places.find((each) => each.start <= from && from < each.end);
      const text = segment.text.slice(from - start, to - start);
      return { segment, text, found, ...(place && { place }) };
    });
    start = end;
    return pieces;
  });
}

/**
 * Which rows stand in the visible part, with some above and below, so that fast scrolling shows no holes.
 * All lengths in pixels; `to` is the first row that is not shown.
 */
export function windowOf(
  scrollTop: number,
  height: number,
  rowHeight: number,
  rows: number,
): { readonly from: number; readonly to: number } {
  const spare = 12;
  const first = Math.floor(scrollTop / rowHeight);
  const shown = Math.ceil(height / rowHeight);
  const from = Math.max(0, Math.min(first - spare, rows));
  return { from, to: Math.min(rows, first + shown + spare) };
}

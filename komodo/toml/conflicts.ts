/**
 * Merge conflicts: what git leaves in a file where two branches changed the same lines. Core knows nothing of them; the
 * lines that git puts in are no TOML, but inside of a text of several lines they are text like any other.
 */
import { isBlank } from './chars.ts';
import { indexAt, spanOf } from './locate.ts';
import type { Place, Span, TomlData, TomlDocument, TomlProblem } from './tree.ts';

/** A side of a conflict: what it would leave in the file, whole lines, and the name that git gives it. */
export interface Side extends Span {
  readonly label: string;
}

/** From the first character of `<<<<<<<` to the last of the line of `>>>>>>>`, in absolute offsets. */
export interface Conflict extends Span {
  readonly ours: Side;
  readonly theirs: Side;
}

type Sign = '<' | '|' | '=' | '>';

/** A line of git's own: `<<<<<<< HEAD`, `||||||| base`, `=======`, `>>>>>>> branch`. */
interface Marker extends Span {
  readonly sign: Sign;
  readonly label: string;
}

/** What all lines of git's own begin with, for want of the sign in its place. */
const LENGTH = 7;
const MARKER = /(?<=^|\n)(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/g;

/** The conflicts of a text that have their three lines in order; what stands between two branches (`|||||||`) counts for neither. */
export function conflictsIn(text: string): readonly Conflict[] {
  if (!text.includes('<'.repeat(LENGTH))) return [];
  const found: Conflict[] = [];
  let open: Partial<Record<Sign, Marker>> = {};
  for (const marker of markersIn(text)) {
    if (marker.sign === '<') open = { '<': marker };
    else if (marker.sign !== '>') open[marker.sign] ??= marker;
    else {
      const { '<': first, '|': base, '=': middle } = open;
      if (first && middle) found.push(conflict(text, first, base ?? middle, middle, marker));
      open = {};
    }
  }
  return found;
}

function* markersIn(text: string): Generator<Marker> {
  for (const { index, 0: signs } of text.matchAll(MARKER)) {
    const end = lineEnd(text, index);
    const label = text.slice(index + LENGTH, end).trim();
    yield { start: index, end, sign: signs[0] as Sign, label };
  }
}

function conflict(
  text: string,
  first: Marker,
  afterOurs: Marker,
  middle: Marker,
  last: Marker,
): Conflict {
  return {
    start: first.start,
    end: last.end,
    ours: { start: nextLine(text, first.end), end: afterOurs.start, label: first.label },
    theirs: { start: nextLine(text, middle.end), end: last.start, label: last.label },
  };
}

/** Whether the line that begins at `offset` is one of git's own. */
export function isMarker(text: string, offset: number): boolean {
  const sign = text.charAt(offset);
  if (sign === '' || !'<|=>'.includes(sign) || !text.startsWith(sign.repeat(LENGTH), offset)) {
    return false;
  }
  const next = text.charCodeAt(offset + LENGTH);
  return isBlank(next) || lineEnd(text, offset) === offset + LENGTH;
}

function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  if (found < 0) return text.length;
  return text[found - 1] === '\r' ? found - 1 : found;
}

function nextLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

/** What a line of git's own alone is told to be, where it belongs to no conflict. */
export const STRAY_MARKER = 'a merge conflict has left this line here: take it out';

const CONFLICT =
  'merge conflict: keep one side or both, and take out the lines of <<<<<<<, ======= and >>>>>>>';

/**
 * The data with one problem for each conflict in place of all that is no TOML because of it, or that stands twice. A
 * conflict inside of a text is none to TOML: those are told apart.
 */
export function withConflicts(
  document: TomlDocument,
  data: Omit<TomlData, 'conflictsInText'>,
): TomlData {
  const places = conflictsIn(document.text).map((conflict) => placeOf(document, conflict));
  if (places.length === 0 && data.problems.length === 0) return { ...data, conflictsInText: [] };
  const problems: TomlProblem[] = [];
  const told = new Set<Place>();
  for (const problem of data.problems) {
    const place = places.find((each) => comesFrom(document, problem, each));
    if (!place) problems.push(problem.message === STRAY_MARKER ? asConflict(problem) : problem);
    else if (!told.has(place)) {
      told.add(place);
      problems.push({ ...asConflict(problem), message: CONFLICT, place });
    }
  }
  return { ...data, problems, conflictsInText: places.filter((place) => !told.has(place)) };
}

function asConflict({ message, place }: TomlProblem): TomlProblem {
  return { message, place, conflict: { first: place } };
}

/** Whether a problem stands in a conflict, or what stood there first does. */
function comesFrom(
  document: TomlDocument,
  { place, related }: TomlProblem,
  conflict: Place,
): boolean {
  const { start, end } = spanOf(document, conflict);
  return [place, related].some((each) => {
    const offset = each && spanOf(document, each).start;
    return offset !== undefined && start <= offset && offset <= end;
  });
}

function placeOf(document: TomlDocument, { start, end }: Span): Place {
  const index = indexAt(document, start);
  const base = document.starts[index]!;
  return { start: start - base, end: end - base, block: document.blocks[index]! };
}

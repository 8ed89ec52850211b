/** Places in the script of an Action, as Deno tells of them in the log of its run. */

/** A place in the module that Core makes of a script; lines and columns from 1. */
export interface ModulePlace {
  readonly line: number;
  readonly column: number;
}

/** Where a line of a log names such a place. */
export interface NamedPlace extends ModulePlace {
  readonly start: number;
  readonly end: number;
}

/** Core gives the module a name of ten letters and digits, in a folder that its config says. */
const named = /\/[A-Za-z0-9]{10}\.ts:(\d+):(\d+)/g;
/** No path is longer, in UTF-16 code units: a log can be anything, and is looked at while somebody scrolls. */
const longestPath = 4096;

/** The places that a line of a log names. */
export function placesInLog(text: string): readonly NamedPlace[] {
  return Array.from(text.matchAll(named)).flatMap(({ 0: whole, 1: line, 2: column, index }) => {
    const before = text.slice(Math.max(0, index - longestPath), index);
    const length = /file:\/\/\S*$/.exec(before.slice(before.lastIndexOf('file://')))?.[0].length;
    if (length === undefined) return [];
    return {
      start: index - length,
      end: index + whole.length,
      line: Number(line),
      column: Number(column),
    };
  });
}

/** What a Core says is wrong with a file of a ResourceSync. It names the folder at most, never the file. */
import { corePositionAt } from '../resources/index.ts';

/** The place that an error speaks of, as far as it says one. */
export interface SyncError {
  /** In Core's words, without the excerpt of the file. */
  readonly message: string;
  /** The last part of the folder's path, on Core's machine; left out where the error names none. */
  readonly folder?: string;
  /** From 1, as Core counts; left out where it is not about a place. */
  readonly line?: number;
  /** From 1, in characters of the line as Core rewrites it. */
  readonly column?: number;
  /** The line as Core rewrites it. */
  readonly lineText?: string;
}

/** @param contents of a `remote_errors` of a ResourceSync, without HTML */
export function readSyncError(contents: string): SyncError {
  const folder = /failed to read resources from "(.*?)\/?"/.exec(contents)?.[1]?.split('/').at(-1);
  const place = /TOML parse error at line (\d+), column (\d+)\n *\|\n\d+ \| (.*)\n *\|.*\n/.exec(
    contents,
  );
  const rest = place ? contents.slice(place.index + place[0].length) : lastLine(contents);
  return {
    message: rest.trim(),
    ...(folder !== undefined && folder !== '' && { folder }),
    ...(place && { line: Number(place[1]), column: Number(place[2]), lineText: place[3]! }),
  };
}

/** The innermost cause stands last, behind its number. */
function lastLine(contents: string): string {
  return contents
    .trim()
    .split('\n')
    .at(-1)!
    .replace(/^\s*\d+: /, '');
}

/**
 * How well a file fits an error: 0 not at all, 2 when its folder is called like Core's too.
 * @param path of the file, with `/` between its parts
 */
export function fitOf({ line, lineText, folder }: SyncError, path: string, text: string): number {
  if (line === undefined) return 0;
  const lines = text.split('\n');
  if (lines[line - 1] === undefined) return 0;
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const written = corePositionAt(text, start, start).lineText;
  if (withoutReturn(written) !== withoutReturn(lineText!)) return 0;
  return folder !== undefined && path.split('/').at(-2) === folder ? 2 : 1;
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/, '');
}

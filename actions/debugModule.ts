/** A script as the JavaScript that a debugger runs, with a source map to the file that the script stands in. */
import { placeIn, type FilePlace, type ScriptPlaces } from '../komodo/actions/index.ts';
import type { ScriptPart } from './interpolate.ts';
import { readMappings, writeMappings, type Mapping } from './sourceMap.ts';
import { wrapperForDebugging, type Wrapping } from './wrapScript.ts';

/** What TypeScript makes of a text. */
export interface Transpiled {
  readonly code: string;
  /** Of the source map from the code to the text. */
  readonly mappings: string;
  /** The first mistake of syntax, if there is one; `offset` counts in the text. */
  readonly problem?: { readonly offset: number; readonly message: string };
}

export interface DebuggedScript {
  /** As Core fills Variables in. */
  readonly parts: readonly ScriptPart[];
  readonly places: ScriptPlaces;
  /** The address of the file, `file:///…/actions.toml`. */
  readonly file: string;
}

/**
 * The module for Deno. What is around the script comes from nowhere, so that stepping passes it by; a value that was
 * filled in comes from its `[[NAME]]`.
 *
 * @throws Error with the line in the file, for a script that is no TypeScript
 */
export async function debugModule(
  { parts, places, file }: DebuggedScript,
  wrapping: Wrapping,
  transpile: (text: string) => Promise<Transpiled>,
): Promise<string> {
  const script = parts.map(({ text }) => text).join('');
  const { before, after } = wrapperForDebugging(wrapping);
  const text = before + script + after;
  const { code, mappings, problem } = await transpile(text);
  const source = sourceOf(before.length, parts, places);
  if (problem) {
    const place = source(problem.offset) ?? placeIn(places, places.at(-1)!.offset);
    throw new Error(`The script can’t run, see line ${place.line + 1}: ${problem.message}`);
  }
  const map = {
    version: 3,
    sources: [file],
    names: [],
    mappings: writeMappings([...mapped(readMappings(mappings), lineStarts(text), source)]),
  };
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${data}\n`;
}

/** Where an offset of the wrapped text comes from; undefined for the wrapper. */
function sourceOf(
  wrapperLength: number,
  parts: readonly ScriptPart[],
  places: ScriptPlaces,
): (offset: number) => FilePlace | undefined {
  const starts: number[] = [];
  let end = wrapperLength;
  for (const part of parts) {
    starts.push(end);
    end += part.text.length;
  }
  return (offset) => {
    if (offset < wrapperLength || offset >= end) return undefined;
    const index = starts.findLastIndex((start) => start <= offset);
    const { start, isValue } = parts[index]!;
    return placeIn(places, isValue ? start : start + offset - starts[index]!);
  };
}

function* mapped(
  mappings: readonly Mapping[],
  lines: readonly number[],
  source: (offset: number) => FilePlace | undefined,
): Generator<Mapping> {
  for (const { generated, source: from } of mappings) {
    const place = from && source(lines[from.line]! + from.column);
    yield { generated, source: place && { line: place.line, column: place.character } };
  }
}

/** Where lines begin, as TypeScript counts them. */
function lineStarts(text: string): readonly number[] {
  const breaks = text.matchAll(/\r\n|[\n\r\u2028\u2029]/g);
  return [0, ...Array.from(breaks, ({ 0: eol, index }) => index + eol.length)];
}

/** Where the characters of a script stand in its file, in lines and columns: for whoever sees the script alone. */
import type { EmbeddedScript } from './embedded.ts';
import { isMarked, scriptOfFile } from './scriptFile.ts';

/** A place in a file; both count from 0, characters in UTF-16 code units. */
export interface FilePlace {
  readonly line: number;
  readonly character: number;
}

/** From this offset of the script on its characters stand one behind the other in the file, up to the next anchor. */
export interface Anchor extends FilePlace {
  readonly offset: number;
}

/** In the order of the script; the first is that of offset 0. */
export type ScriptPlaces = readonly Anchor[];

/** The place of an offset of the script, its length included. */
export function placeIn(places: ScriptPlaces, offset: number): FilePlace {
  let low = 0;
  let high = places.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.offset <= offset) low = middle;
    else high = middle;
  }
  const anchor = places[low]!;
  return { line: anchor.line, character: anchor.character + offset - anchor.offset };
}

/**
 * Those of a script in a string of a TOML file. An escape stands where it begins.
 *
 * @param placeOf of an offset in the file
 */
export function placesInString(
  script: EmbeddedScript,
  placeOf: (offset: number) => FilePlace,
): ScriptPlaces {
  const places: Anchor[] = [];
  let expected: FilePlace | undefined;
  for (let offset = 0; offset <= script.text.length; offset++) {
    const { line, character } = placeOf(script.sourceOf({ start: offset, end: offset }).start);
    if (line !== expected?.line || character !== expected.character) {
      places.push({ offset, line, character });
    }
    expected = { line, character: character + 1 };
  }
  return places;
}

/** Those of the script that {@link scriptOfFile} finds in a file. */
export function placesInFile(text: string): ScriptPlaces {
  const first = isMarked(text) ? 1 : 0;
  let offset = 0;
  return scriptOfFile(text)
    .split('\n')
    .map((line, index) => {
      const anchor = { offset, line: first + index, character: 0 };
      offset += line.length + 1;
      return anchor;
    });
}

/** From a name to where it is defined and to where it is used, over all files of the workspace. */
import type { DocumentHighlight, Location, Position, Range } from 'vscode-languageserver';
import type { FileNames, PlacedName } from '../workspace/names.ts';

/** Where the name at a position is defined; more than once where it can be of several kinds, or is defined twice. */
export function definitions(
  file: FileNames,
  position: Position,
  files: readonly FileNames[],
): Location[] {
  const at = namesAt(file, position);
  return files.flatMap(({ uri, definitions: defined }) =>
    defined
      .filter((definition) => at.some(sameAs(definition)))
      .map(({ range }) => ({ uri, range })),
  );
}

/** Where the name at a position is used, and where it is defined if that is asked for too. */
export function references(
  file: FileNames,
  position: Position,
  files: readonly FileNames[],
  withDefinitions: boolean,
): Location[] {
  const at = namesAt(file, position);
  return files.flatMap(({ uri, definitions: defined, uses }) =>
    [...(withDefinitions ? defined : []), ...uses]
      .filter((name) => at.some(sameAs(name)))
      .map(({ range }) => ({ uri, range })),
  );
}

/** All places of the name at a position in its own file. */
export function highlights(file: FileNames, position: Position): DocumentHighlight[] {
  const at = namesAt(file, position);
  return [...file.definitions, ...file.uses]
    .filter((name) => at.some(sameAs(name)))
    .map(({ range }) => ({ range }));
}

function namesAt({ definitions: defined, uses }: FileNames, position: Position): PlacedName[] {
  return [...defined, ...uses].filter(({ range }) => holds(range, position));
}

function sameAs({ kind, name }: PlacedName): (other: PlacedName) => boolean {
  return (other) => other.kind === kind && other.name === name;
}

/** A name stands on one line. */
function holds({ start, end }: Range, { line, character }: Position): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}

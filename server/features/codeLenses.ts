/** Lenses above the blocks of a file: how often each is used, and its schedule and patterns to be tried. */
import type { CodeLens, Position } from 'vscode-languageserver';
import { patternsOf, permissionPatternsOf } from '../../komodo/names/index.ts';
import { scheduleOf, stagesOf, type ResourceNode } from '../../komodo/resources/index.ts';
import type { Place } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { definitionsIn } from '../workspace/names.ts';
import type { Context } from './context.ts';
import { useCount } from './navigation.ts';
import type { PatternInFile } from './patternAt.ts';

/** "used by 3" above each block whose name something speaks of; the command shows where. */
export function referenceLenses(document: Document, context: Context): CodeLens[] {
  return document.resources(context.schema).resources.flatMap((resource) =>
    definitionsIn(document, resource).flatMap((definition) => {
      const { kind, name } = definition;
      const count = useCount({ kinds: [kind], name }, context);
      if (count === 0) return [];
      const title = `used by ${count}`;
      const { start } = definition.range;
      return [lens(document, resource.datum.place, title, 'komodo.showReferences', start)];
    }),
  );
}

/** How many patterns of a stage or user group have a lens each. */
const MOST_PATTERNS = 3;
/** How many characters of a pattern a lens shows. */
const MOST_CHARACTERS = 30;

/** "Preview schedule" above each block that has one, "Preview pattern" above each stage, and each user group. */
export function previewLenses(document: Document, { schema }: Context): CodeLens[] {
  const { resources } = document.resources(schema);
  return resources.flatMap((resource) => [
    ...scheduleLenses(document, resource),
    ...patternLenses(document, resource),
    ...permissionLenses(document, resource),
  ]);
}

function scheduleLenses(document: Document, resource: ResourceNode): CodeLens[] {
  const schedule = scheduleOf(resource);
  if (!schedule?.text.text) return [];
  const { start } = document.rangeOf(schedule.text.place);
  const command = 'komodo.previewSchedule';
  return [lens(document, resource.datum.place, 'Preview schedule', command, start)];
}

function patternLenses(document: Document, resource: ResourceNode): CodeLens[] {
  const patterns = patternsOf(resource, document.toml);
  if (patterns.length === 0) return [];
  return stagesOf(resource).flatMap(({ place, executions }) => {
    const executionPlaces = new Set(executions.map((execution) => execution.place));
    return patterns
      .filter(({ execution }) => executionPlaces.has(execution.place))
      .slice(0, MOST_PATTERNS)
      .map((pattern) => patternLens(document, place, pattern));
  });
}

function permissionLenses(document: Document, resource: ResourceNode): CodeLens[] {
  return permissionPatternsOf(resource, document.toml)
    .slice(0, MOST_PATTERNS)
    .map((pattern) => patternLens(document, resource.datum.place, pattern));
}

function patternLens(document: Document, above: Place, { pattern, place }: PatternInFile) {
  const at = document.rangeOf({ ...place, end: place.start }).start;
  const title = `Preview ${abridged(pattern.text)}`;
  return lens(document, above, title, 'komodo.previewPattern', at);
}

function abridged(pattern: string): string {
  const line = pattern.trim().replace(/\s*\n\s*/g, ', ');
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}

/** @param position in the file, which the command is given */
function lens(
  document: Document,
  place: Place,
  title: string,
  command: string,
  position: Position,
): CodeLens {
  const range = document.rangeOf(place);
  return { range, command: { title, command, arguments: [{ uri: document.uri, position }] } };
}

/** A lens as an editor can use it that has not got our commands: its words alone. */
export function withoutCommand({ range, command }: CodeLens): CodeLens {
  return { range, command: { title: command?.title ?? '', command: '' } };
}

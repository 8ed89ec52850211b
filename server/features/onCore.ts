/** How the blocks of a file stand to what the connected Core has stored: a lens above each that differs, both texts. */
import type { CodeLens, Position } from 'vscode-languageserver';
import { storedName } from '../../komodo/names/index.ts';
import type { ResourceNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import {
  bothSides,
  differencesBetween,
  valueInWords,
  type Difference,
} from '../../komodo/stored/index.ts';
import type { Comparison } from '../../protocol/lsp.ts';
import type { Document } from '../workspace/document.ts';
import type { StoredIndex } from '../workspace/storedIndex.ts';
import { sectionsOf } from './sections.ts';

/** How many keys a lens names before it only counts. */
const MOST_KEYS = 3;

/** Our command in VS Code that shows both sides; its argument says where the block stands. */
const compareCommand = 'komodo.compareBlock';

/** A lens above each block of which Core has something else, or nothing, or that Core would call otherwise. */
export function coreLenses(document: Document, schema: Schema, stored: StoredIndex): CodeLens[] {
  return document.resources(schema).resources.flatMap((resource): CodeLens[] => {
    const mark = markBefore(resource, stored);
    if (!mark) return [];
    const range = document.rangeOf(resource.datum.place);
    const { title, compares } = mark;
    return [
      {
        range,
        command: compares
          ? {
              title,
              command: compareCommand,
              arguments: [{ uri: document.uri, position: range.start }],
            }
          : { title, command: '' },
      },
    ];
  });
}

interface Mark {
  readonly title: string;
  /** There is something to compare with. */
  readonly compares: boolean;
}

/** Lenses are asked for after each edit, and an edit changes one block. */
const marks = new WeakMap<
  ResourceNode,
  { readonly stored: StoredIndex; readonly mark: Mark | undefined }
>();

function markBefore(resource: ResourceNode, stored: StoredIndex): Mark | undefined {
  let known = marks.get(resource);
  if (known?.stored !== stored)
    marks.set(resource, (known = { stored, mark: markOf(resource, stored) }));
  return known.mark;
}

function markOf(resource: ResourceNode, stored: StoredIndex): Mark | undefined {
  if (!resource.name || !stored.holds(resource.kind)) return undefined;
  const renamed = nameOnCore(resource);
  const onCore = stored.find(resource.kind, renamed);
  if (renamed !== resource.name.text) {
    const where = onCore ? 'has it as' : 'will call it';
    return { title: `≠ ${stored.label} ${where} ${renamed}`, compares: onCore !== undefined };
  }
  if (!onCore) return { title: `not on ${stored.label}`, compares: false };
  const differences = differencesBetween(resource, onCore);
  if (!differences || differences.length === 0) return undefined;
  return { title: `≠ ${stored.label}: ${keysInWords(differences)}`, compares: true };
}

function nameOnCore({ kind, name, schema }: ResourceNode): string {
  return storedName(kind, name!.text, schema.version);
}

function keysInWords(differences: readonly Difference[]): string {
  const keys = differences.map(({ path }) => path.replace(/^config\./, ''));
  const rest = keys.length - MOST_KEYS;
  return `${keys.slice(0, MOST_KEYS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Markdown on what Core has otherwise than a block; undefined where it has the same, or nothing is known. */
export function differencesInMarkdown(
  resource: ResourceNode,
  stored: StoredIndex,
): string | undefined {
  const onCore = resource.name && stored.find(resource.kind, nameOnCore(resource));
  const differences = onCore && differencesBetween(resource, onCore);
  if (!differences || differences.length === 0) return undefined;
  const lines = differences.map(({ path, inFile, onCore: there }) => {
    return `- \`${path}\`: ${valueInWords(there)} on ${stored.label}, ${valueInWords(inFile)} here`;
  });
  return `A sync would change on ${stored.label}:\n\n${lines.join('\n')}`;
}

/** Both sides of the block at a position. */
export function comparisonAt(
  document: Document,
  position: Position,
  schema: Schema,
  stored: StoredIndex,
): Comparison | null {
  const offset = document.lines.offsetAt(position);
  const section = sectionsOf(document).find(({ start, end }) => start <= offset && offset <= end);
  const resource = document
    .resources(schema)
    .resources.find(({ datum }) => datum.place.block === section?.block);
  const onCore = resource?.name && stored.find(resource.kind, nameOnCore(resource));
  const sides = onCore && bothSides(resource, onCore);
  return sides ? { name: resource.name.text, ...sides } : null;
}

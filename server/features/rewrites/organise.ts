/** Resources in the order in which Core exports them, and by name; comments go with them. */
import { CodeActionKind } from 'vscode-languageserver';
import { Notes, separator } from '../../../komodo/format/index.ts';
import { definitionOf } from '../../../komodo/names/index.ts';
import type { HeaderKind } from '../../../komodo/schema/index.ts';
import { turnsFences, type Span } from '../../../komodo/toml/index.ts';
import { lineEdits } from '../lineEdits.ts';
import { blocksUnder } from './blocks.ts';
import type { Rewrite } from './rewrite.ts';
import type { Site } from './site.ts';

const order: readonly HeaderKind[] = [
  'server',
  'swarm',
  'stack',
  'deployment',
  'build',
  'repo',
  'procedure',
  'action',
  'alerter',
  'builder',
  'resource_sync',
  'variable',
  'user_group',
];

/** `web-2` before `web-10`. */
const names = new Intl.Collator('en', { numeric: true });

interface Group extends Span {
  readonly kind: HeaderKind | undefined;
  readonly name: string;
}

export const organise: Rewrite = (site) => {
  const groups = groupsIn(site);
  const sorted = groups.toSorted(inOrder);
  if (sorted.every((group, index) => group === groups[index])) return [];
  const { document } = site;
  // An odd """ in one would turn the meaning of the backslashes in all that then follow it.
  const { text } = document;
  if (groups.some(({ start, end }) => turnsFences(text.slice(start, end)))) return [];
  const edits = () => {
    const parts = groups.map(({ end }, index) => {
      const { start, end: to } = sorted[index]!;
      return text.slice(start, to) + text.slice(end, groups[index + 1]?.start ?? text.length);
    });
    return lineEdits(text, text.slice(0, groups[0]!.start) + parts.join(''));
  };
  const kind = `${CodeActionKind.Source}.komodo.organise`;
  return [{ title: 'Sort the resources by kind and name', kind, edits, reorders: true }];
};

/** Each resource with all that belongs to it; what Core does not know is a group too. */
function groupsIn({ document, schema }: Site): readonly Group[] {
  const notes = new Notes(document.toml);
  const { blocks } = document.toml;
  const { resources } = document.resources(schema);
  const groups: Group[] = [];
  for (let at = blocks[0]!.header ? 0 : 1; at < blocks.length;) {
    const block = blocks[at]!;
    const inside = blocksUnder(document, block);
    const { start, nearStart } = notes.extentOf(block);
    const resource = resources.find(
      ({ datum }) => datum.form === 'header' && datum.place.block === block,
    );
    groups.push({
      // A comment at the top of the file, with an empty line behind it, stays there.
      start: groups.length === 0 ? nearStart : withoutSeparator(document.text, start),
      end: notes.extentOf(inside.at(-1) ?? block).end,
      kind: resource?.kind,
      name: (resource && definitionOf(resource, document.toml)?.name) ?? '',
    });
    at += 1 + inside.length;
  }
  return groups;
}

/** The lines that Core puts between resources stay where they are. */
function withoutSeparator(text: string, start: number): number {
  const lines = new RegExp(`(?:${separator}[ \\t]*\\r?\\n\\s*)*`, 'y');
  lines.lastIndex = start;
  return start + (lines.exec(text)?.[0].length ?? 0);
}

/** What Core does not know comes last, in its own order. */
function inOrder(a: Group, b: Group): number {
  const placeOf = ({ kind }: Group) => (kind ? order.indexOf(kind) : order.length);
  return placeOf(a) - placeOf(b) || names.compare(a.name, b.name);
}

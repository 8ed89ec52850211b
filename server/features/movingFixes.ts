/** Quick fixes that move a key, or lead a header, to the table where Core looks for it. */
import type { Finding } from '../../komodo/checks/index.ts';
import type { InlineTableNode, KeyPart, Place, Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Fix } from './fix.ts';
import { addingInside, addingUnder, pairAt, removing, replacing } from './pairEdits.ts';
import { sectionsOf, type Section } from './sections.ts';

/**
 * Moves a key to the table where Core looks for it.
 *
 * @param name as which it is known there, if that is another
 */
export function moving(
  document: Document,
  { place }: Finding,
  belongsIn: readonly string[],
  name?: string,
): Fix[] {
  const offset = document.spanOf(place!).start;
  const found = pairAt(document, offset);
  const resource = sectionsOf(document).find(({ start, end }) => start <= offset && offset <= end);
  const into = belongsIn.at(-1);
  const where = into === undefined ? 'to the block itself' : `into \`${into}\``;
  const title = `Move ${where}${name === undefined ? '' : ` as \`${name}\``}`;
  if (place!.block.header?.key.parts[1]?.start === place!.start)
    return movingHeaders(document, place!, title, [...belongsIn, ...(name ? [name] : [])], name);
  if (!found || !resource) return [];
  const { pair, base } = found;
  const written = document.spanOf(place!);
  const key = `${name ?? document.text.slice(offset, written.end)}${document.text.slice(written.end, base + pair.key.end)}`;
  const moved = `${key} = ${document.text.slice(base + pair.value.start, found.end)}`;

  // What is said of it behind it goes along.
  const { text } = document;
  const [comment] = found.table ? [] : (/^[ \t]*#[^\r\n]*/.exec(text.slice(found.end)) ?? []);
  const lines = {
    start: text.lastIndexOf('\n', found.start - 1) + 1,
    end: document.lines.endOf(document.lines.positionAt(found.end).line) + 1,
  };
  const taken = comment === undefined ? removing(document, found) : replacing(document, lines, '');

  const fixes: Fix[] = [];
  const target = sectionAt(resource, [resource.path[0]!, ...belongsIn]);
  if (target)
    fixes.push({
      title,
      edits: [taken, addingUnder(document, target, `${moved}${comment ?? ''}`, 'last')],
    });
  const table = tableAt(resource, belongsIn);
  if (table)
    fixes.push({
      title,
      edits: [removing(document, found), addingInside(document, table, resource.base, moved)],
    });
  // Where it stands a longer key leads to the same place.
  for (let depth = belongsIn.length - 1; depth >= 0; depth--) {
    const prefix = belongsIn
      .slice(depth)
      .map((name) => `${name}.`)
      .join('');
    const end = name === undefined ? offset : written.end;
    const edits = [replacing(document, { start: offset, end }, `${prefix}${name ?? ''}`)];
    fixes.push({ title, edits });
  }
  return fixes;
}

/** `[stack.pre_deploy]`, with all headers that go on from it: as many names lead to it as are needed. */
function movingHeaders(
  document: Document,
  place: Place,
  title: string,
  path: readonly string[],
  name: string | undefined,
): Fix[] {
  const edits = sameInHeaders(document, place).map(({ start, end }) =>
    name === undefined
      ? replacing(document, { start, end: start }, path.map((each) => `${each}.`).join(''))
      : replacing(document, { start, end }, path.join('.')),
  );
  return [{ title, edits }];
}

/** Where the part of a header's name at a place is written, in all headers with the same beginning. */
export function sameInHeaders(document: Document, place: Place): Span[] {
  const { parts = [] } = place.block.header?.key ?? {};
  const part = parts.findIndex(({ start, end }) => start === place.start && end === place.end);
  if (part < 0) return [document.spanOf(place)];
  const beginning = (names: readonly KeyPart[]) => namesOf(names.slice(0, part + 1)).join('\n');
  return document.toml.blocks.flatMap((block) => {
    const others = block.header?.key.parts ?? [];
    if (beginning(others) !== beginning(parts)) return [];
    return [document.spanOf({ block, ...others[part]! })];
  });
}

function sectionAt(section: Section, path: readonly string[]): Section | undefined {
  if (section.path.join('\n') === path.join('\n')) return section;
  for (const inner of section.sections) {
    const found = sectionAt(inner, path);
    if (found) return found;
  }
  return undefined;
}

/** `config = { … }` right under the header of a resource. */
function tableAt({ block }: Section, path: readonly string[]): InlineTableNode | undefined {
  const value = block.pairs.find(
    ({ key }) => namesOf(key.parts).join('\n') === path.join('\n'),
  )?.value;
  return value?.kind === 'inline-table' ? value : undefined;
}

export const namesOf = (parts: readonly KeyPart[]) => parts.map((part) => part.name);

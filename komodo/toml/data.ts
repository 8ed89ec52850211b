import { assembled, type Assembled } from './assembled.ts';
import { withConflicts } from './conflicts.ts';
import { differing } from './differing.ts';
import { startOf } from './locate.ts';
import { divide, type Part } from './parts.ts';
import type {
  ArrayDatum,
  Block,
  Datum,
  Entry,
  Place,
  TomlData,
  TomlDocument,
  TomlProblem,
} from './tree.ts';

/** How data was put together: what an edit needs of it to be worked into. */
interface Arrangement {
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
  /** By the index of each block, that of its part. */
  readonly partAt: readonly number[];
  /** What each of the parts says. */
  readonly each: readonly Assembled[];
  /** By the index of each part that is one item of an array, which one. */
  readonly itemAt: readonly (number | undefined)[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** The parts in which TOML forbids something, by their indexes. */
  readonly faulty: ReadonlySet<number>;
}

const arrangements = new WeakMap<TomlData, Arrangement>();

/**
 * Puts headers, dotted keys and pairs together to the tables they stand for, and notes where TOML forbids it: a key
 * twice, a table defined twice, a value that a longer key or header takes for a table. The first of two stays; a
 * table defined twice goes on where it stands, so that what it holds is still found.
 *
 * Of a document that was edited, what stands in other parts of it than the edit is the same data as before.
 *
 * @param before the data of the document before it was edited: what most edits change is worked into that
 */
export function dataOf(document: TomlDocument, before?: TomlData): TomlData {
  const earlier = before && arrangements.get(before);
  const arrangement = (earlier && afterEdit(earlier, document)) ?? arranged(document);
  if (!arrangement) {
    const { root, problems } = assembled(document.blocks);
    return withConflicts(document, {
      root,
      problems: problems.flatMap((each) => each.problems),
    });
  }
  const place: Place = { start: 0, end: 0, block: document.blocks[0]! };
  const { entries } = arrangement;
  const data = withConflicts(document, {
    root: { kind: 'table', form: 'root', entries, place },
    problems: problemsOf(arrangement, document),
  });
  arrangements.set(data, arrangement);
  return data;
}

/** Undefined where what stands in one part decides what another says. */
function arranged(document: TomlDocument): Arrangement | undefined {
  const { blocks } = document;
  const parts = divide(document);
  if (!parts) return undefined;
  const partOf = new Map(parts.flatMap((part, at) => part.blocks.map((block) => [block, at])));
  const each = parts.map((part) => assembledBefore(part.blocks));
  const faulty = new Set<number>();
  each.forEach(({ problems }, at) => {
    if (problems.length > 0) faulty.add(at);
  });
  const partAt = blocks.map((block) => partOf.get(block)!);
  return { blocks, parts, partAt, each, faulty, ...entriesOf(parts, each) };
}

/** The arrangement after an edit that changed one block, an item of an array or a part of one, and not its header. */
function afterEdit(before: Arrangement, { blocks }: TomlDocument): Arrangement | undefined {
  const { start: index, endBefore, endAfter } = differing(before.blocks, blocks);
  if (endBefore !== index + 1 || endAfter !== index + 1) return undefined;
  const [gone, come] = [before.blocks[index]!, blocks[index]!];
  if (!hasSameHeader(gone, come)) return undefined;
  const at = before.partAt[index]!;
  const itemAt = before.itemAt[at];
  const part = before.parts[at]!;
  const now = part.blocks.map((block) => (block === gone ? come : block));
  const made = assembledBefore(now);
  const item = itemOf(made);
  if (itemAt === undefined || !item) return undefined;
  const faulty = new Set(before.faulty);
  if (made.problems.length > 0) faulty.add(at);
  else faulty.delete(at);
  return {
    blocks,
    parts: before.parts.with(at, { ...part, blocks: now }),
    partAt: before.partAt,
    each: before.each.with(at, made),
    itemAt: before.itemAt,
    entries: withItem(before.entries, item, itemAt),
    faulty,
  };
}

function hasSameHeader({ header: one }: Block, { header: other }: Block): boolean {
  if (!one || one.kind !== other?.kind) return false;
  const [parts, others] = [one.key.parts, other.key.parts];
  return (
    parts.length === others.length &&
    parts.every(({ name, missing }, at) => {
      return name === others[at]!.name && missing === others[at]!.missing;
    })
  );
}

/**
 * By the first of the blocks. Data depends on nothing but them, so that it does not matter who asked for it. Two are kept:
 * a `"""` that comes and goes has all that follows read in one way and the other.
 */
const known = new WeakMap<Block, readonly Assembled[]>();

function assembledBefore(blocks: readonly Block[]): Assembled {
  const all = known.get(blocks[0]!) ?? [];
  const before = all.find((each) => isSame(each.blocks, blocks));
  if (before) return before;
  const made = assembled(blocks);
  known.set(blocks[0]!, [made, ...all.slice(0, 1)]);
  return made;
}

function isSame(some: readonly Block[], others: readonly Block[]): boolean {
  return some.length === others.length && some.every((block, index) => block === others[index]);
}

/** An array with one item. */
interface Item {
  readonly entry: Entry;
  readonly array: ArrayDatum;
}

/** What a part says that is one item of an array, and nothing else. */
function itemOf({ root }: Assembled): Item | undefined {
  if (root.entries.size !== 1) return undefined;
  const [entry] = root.entries.values();
  const array = entry!.value;
  return array.kind === 'array' && array.items.length === 1 ? { entry: entry!, array } : undefined;
}

function withItem(
  entries: ReadonlyMap<string, Entry>,
  { entry, array }: Item,
  at: number,
): ReadonlyMap<string, Entry> {
  const before = entries.get(entry.name)!;
  const items = (before.value as ArrayDatum).items.with(at, array.items[0]!);
  // The first item is where the array is said to stand.
  const now =
    at === 0
      ? { ...entry, value: { ...array, items } }
      : { ...before, value: { ...(before.value as ArrayDatum), items } };
  return new Map(entries).set(entry.name, now);
}

/** All entries of the root; the items of an array stand in parts of their own. */
function entriesOf(
  parts: readonly Part[],
  each: readonly Assembled[],
): Pick<Arrangement, 'entries' | 'itemAt'> {
  const entries = new Map<string, Entry>();
  const items = new Map<string, Datum[]>();
  const itemAt = each.map((assembled, index) => {
    let at: number | undefined;
    for (const [name, entry] of assembled.root.entries) {
      const { value } = entry;
      if (!parts[index]!.isItem || value.kind !== 'array') {
        entries.set(name, entry);
        continue;
      }
      const known = items.get(name);
      if (itemOf(assembled)) at = known?.length ?? 0;
      if (known) {
        known.push(...value.items);
        continue;
      }
      const all = [...value.items];
      items.set(name, all);
      entries.set(name, { ...entry, value: { ...value, items: all } });
    }
    return at;
  });
  return { entries, itemAt };
}

/** In the order of the text: parts may be written one in another. */
function problemsOf({ each, faulty }: Arrangement, document: TomlDocument): readonly TomlProblem[] {
  const all = [...faulty].flatMap((at) => each[at]!.problems);
  const startIn = ({ block }: (typeof all)[number]) => startOf(document, block)!;
  all.sort((a, b) => startIn(a) - startIn(b));
  return all.flatMap(({ problems }) => problems);
}

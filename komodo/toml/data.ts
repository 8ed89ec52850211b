import { Assembly } from './assemble.ts';
import { withConflicts } from './conflicts.ts';
import { divide, type Part } from './parts.ts';
import type {
  Block,
  Datum,
  Entry,
  Place,
  TableDatum,
  TomlData,
  TomlDocument,
  TomlProblem,
} from './tree.ts';

/** The data of some blocks, and what TOML forbids in each of them. */
interface Assembled {
  readonly blocks: readonly Block[];
  readonly root: TableDatum;
  readonly problems: readonly BlockProblems[];
}
interface BlockProblems {
  readonly block: Block;
  readonly problems: readonly TomlProblem[];
}

/**
 * Puts headers, dotted keys and pairs together to the tables they stand for, and notes where TOML forbids it: a key
 * twice, a table defined twice, a value that a longer key or header takes for a table. The first of two stays; a
 * table defined twice goes on where it stands, so that what it holds is still found.
 *
 * Of a document that was edited, what stands in other parts of it than the edit is the same data as before.
 */
export function dataOf(document: TomlDocument): TomlData {
  const parts = divide(document);
  if (!parts) {
    const { root, problems } = assembled(document.blocks);
    return withConflicts(document, {
      root,
      problems: problems.flatMap((each) => each.problems),
    });
  }
  const each = parts.map(({ blocks }) => assembledBefore(blocks));
  const place: Place = { start: 0, end: 0, block: document.blocks[0]! };
  return withConflicts(document, {
    root: { kind: 'table', form: 'root', entries: entriesOf(parts, each), place },
    problems: inOrder(document, each),
  });
}

/** By the first of the blocks. Data depends on nothing but them, so that it does not matter who asked for it. */
const known = new WeakMap<Block, Assembled>();

function assembledBefore(blocks: readonly Block[]): Assembled {
  const before = known.get(blocks[0]!);
  if (before && isSame(before.blocks, blocks)) return before;
  const made = assembled(blocks);
  known.set(blocks[0]!, made);
  return made;
}

function isSame(some: readonly Block[], others: readonly Block[]): boolean {
  return some.length === others.length && some.every((block, index) => block === others[index]);
}

function assembled(blocks: readonly Block[]): Assembled {
  let misplaced: TomlProblem[] = [];
  const assembly = new Assembly((problem) => misplaced.push(problem));
  const problems: BlockProblems[] = [];
  for (const block of blocks) {
    assembly.add(block);
    if (block.problems.length === 0 && misplaced.length === 0) continue;
    const own = block.problems.map(({ start, end, ...problem }): TomlProblem => {
      return { ...problem, place: { start, end, block } };
    });
    const all = [...own, ...misplaced].sort((a, b) => a.place.start - b.place.start);
    problems.push({ block, problems: all });
    misplaced = [];
  }
  return { blocks, root: assembly.root, problems };
}

/** All entries of the root; the items of an array stand in parts of their own. */
function entriesOf(parts: readonly Part[], each: readonly Assembled[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const items = new Map<string, Datum[]>();
  each.forEach(({ root }, index) => {
    for (const [name, entry] of root.entries) {
      const { value } = entry;
      if (!parts[index]!.isItem || value.kind !== 'array') {
        entries.set(name, entry);
        continue;
      }
      const known = items.get(name);
      if (known) {
        known.push(...value.items);
        continue;
      }
      const all = [...value.items];
      items.set(name, all);
      entries.set(name, { ...entry, value: { ...value, items: all } });
    }
  });
  return entries;
}

/** Parts may be written one in another. */
function inOrder({ blocks }: TomlDocument, each: readonly Assembled[]): readonly TomlProblem[] {
  const all = each.flatMap(({ problems }) => problems);
  if (all.length === 0) return [];
  const byBlock = new Map(all.map(({ block, problems }) => [block, problems]));
  return blocks.flatMap((block) => byBlock.get(block) ?? []);
}

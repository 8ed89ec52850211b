/**
 * Whether a TOML file is one of Komodo's, by what stands in it: headers of Komodo's kinds, with the shape of its blocks
 * (`name`, `config` and few others). Broken, half-typed and wrongly written headers count as what they are meant to be,
 * so that their mistakes can be shown; a Cargo.toml, or a list of servers of another program, does not.
 */
import { similarNames } from '../../komodo/resources/index.ts';
import {
  headerKinds,
  kindsOf,
  schemaFor,
  type HeaderKind,
  type StructDefinition,
} from '../../komodo/schema/index.ts';
import type { Block, Key, TomlDocument, ValueNode } from '../../komodo/toml/tree.ts';

/** `blank`: nothing stands there yet that could tell. */
export type Detection = 'komodo' | 'foreign' | 'blank';

/** Kinds whose names hardly any other program has for its blocks. */
const distinctive: ReadonlySet<HeaderKind> = new Set<HeaderKind>([
  'stack',
  'deployment',
  'procedure',
  'alerter',
  'builder',
  'resource_sync',
  'user_group',
]);

/** What the blocks of one kind look like, all together. */
interface Shape {
  readonly kind: HeaderKind;
  /** Written as `[[kind]]` or `kind = [{ … }]`. */
  listed: boolean;
  /** With a header that is spelled as Komodo spells it: `[[stack]]`, not `[[stacks]]`. */
  spelled: boolean;
  /** The keys right under the kind. */
  readonly keys: Set<string>;
}

export function detect(toml: TomlDocument): Detection {
  // After every key that is typed this is asked again, and mostly one of the first blocks tells.
  if (toml.blocks.some(isCertain)) return 'komodo';
  const shapes = new Map<HeaderKind, Shape>();
  const foreign = new Set<string>();
  const unfinished = new Set<string>();
  for (const { path, list, isHeader } of pathsIn(toml.blocks)) {
    const [first = '', second] = path;
    const kind = kindMeantBy(first);
    if (!kind) {
      // Below a header that is being typed stands what will be below it.
      if (isHeader && mayBecomeKind(first)) unfinished.add(first);
      else if (!unfinished.has(first)) foreign.add(first);
      continue;
    }
    const shape = shapes.get(kind) ?? {
      kind,
      listed: false,
      spelled: false,
      keys: new Set<string>(),
    };
    shapes.set(kind, shape);
    shape.listed ||= list;
    shape.spelled ||= isHeader && list && first === kind;
    if (second !== undefined && !(isHeader && isBeginning(kind, second))) shape.keys.add(second);
  }
  return verdictOn([...shapes.values()], foreign.size);
}

/** A path of keys from the root, as far as it tells something: the kind and what is right under it. */
interface WrittenPath {
  readonly path: readonly string[];
  readonly list: boolean;
  readonly isHeader: boolean;
}

const certainBlocks = new WeakMap<Block, boolean>();

/** Whether a block has the config of a kind that is hardly any other program's: `[stack.config]`. */
function isCertain(block: Block): boolean {
  let certain = certainBlocks.get(block);
  if (certain === undefined) {
    certain = [...pathsIn([block])].some(({ path: [first = '', second] }) => {
      const kind = second === 'config' ? kindMeantBy(first) : undefined;
      return kind !== undefined && distinctive.has(kind);
    });
    certainBlocks.set(block, certain);
  }
  return certain;
}

function* pathsIn(blocks: readonly Block[]): Generator<WrittenPath> {
  for (const { header, pairs } of blocks) {
    const above = header ? namesOf(header.key) : [];
    if (header) {
      const list = header.kind === 'array' && above.length === 1;
      yield { path: above, list, isHeader: true };
    }
    if (above.length > 1) continue;
    for (const { key, equals, value } of pairs) {
      if (equals === undefined) continue;
      const path = [...above, ...namesOf(key)];
      yield { path, list: value.kind === 'array' && path.length === 1, isHeader: false };
      if (path.length > 1) continue;
      for (const inner of keysIn(value)) {
        yield { path: [...path, inner], list: false, isHeader: false };
      }
    }
  }
}

function namesOf(key: Key): string[] {
  return key.parts.filter((part) => !part.missing).map((part) => part.name);
}

/** The first names of the pairs in an inline table, or in those of an array. */
function keysIn(value: ValueNode): string[] {
  if (value.kind === 'array') return value.items.flatMap((item) => keysIn(item));
  if (value.kind !== 'inline-table') return [];
  return value.pairs.flatMap((pair) => namesOf(pair.key).slice(0, 1));
}

function verdictOn(shapes: readonly Shape[], foreign: number): Detection {
  if (shapes.length === 0 && foreign === 0) return 'blank';
  const likely = shapes.filter(
    (shape) => (shape.listed && shape.keys.has('config')) || fits(shape),
  );
  if (foreign === 0 && shapes.some(isNamed)) return 'komodo';
  return likely.length > foreign ? 'komodo' : 'foreign';
}

/** Whether a list holds nothing but keys that are meant for its kind. */
function fits({ kind, listed, keys }: Shape): boolean {
  return listed && [...keys].every((key) => isMeantFor(kind, key));
}

/**
 * Whether a list of a distinctive kind has names, and beside them no more keys that mean nothing than such that do: a
 * stack with `foo = 1` is one of Komodo's all the same.
 */
function isNamed({ kind, spelled, keys }: Shape): boolean {
  if (!spelled || !distinctive.has(kind) || !keys.has('name')) return false;
  return [...keys].filter((key) => isMeantFor(kind, key)).length * 2 >= keys.size;
}

/** Whether a key is one of the kind; of a distinctive kind also what belongs into its config, and misspelled ones. */
function isMeantFor(kind: HeaderKind, key: string): boolean {
  const { block, config } = structs.get(kind)!;
  if (block.byName.has(key)) return true;
  if (!distinctive.has(kind)) return false;
  return (
    (config?.byName.has(key) ?? false) || similarNames(key, [...block.byName.keys()]).length > 0
  );
}

interface KindStructs {
  readonly block: StructDefinition;
  readonly config?: StructDefinition;
}

/** Of the newest version: a file is Komodo's whichever Core reads it. */
const structs: ReadonlyMap<HeaderKind, KindStructs> = new Map(
  kindsOf(schemaFor()).map(({ kind, type }) => {
    const { types } = schemaFor();
    const block = types.get(type) as StructDefinition;
    const configType = block.byName.get('config')?.type;
    const config = configType?.kind === 'ref' ? types.get(configType.name) : undefined;
    return [kind, { block, ...(config?.kind === 'struct' && { config }) }];
  }),
);

const bare = (name: string) => name.toLowerCase().replace(/[-_\s]/g, '');
const kindsByBareName = new Map(
  headerKinds.flatMap((kind) => [bare(kind), `${bare(kind)}s`].map((name) => [name, kind])),
);

/** The kind that a name means, in whatever case, number and punctuation it is written; `Resource-Syncs` too. */
export function kindMeantBy(name: string): HeaderKind | undefined {
  return kindsByBareName.get(bare(name));
}

/** `[stack.con]` */
function isBeginning(kind: HeaderKind, key: string): boolean {
  const names = structs.get(kind)!.block.byName.keys();
  return [...names].some((name) => name !== key && name.startsWith(key));
}

/** `[[pro]]`, or no name at all yet: nobody can tell. */
function mayBecomeKind(name: string): boolean {
  return headerKinds.some((kind) => bare(kind).startsWith(bare(name)));
}

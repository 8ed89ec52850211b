import path from 'node:path';
import type { Inventory } from '../../komodo/inventory/inventory.ts';
import { ChangingInventory } from '../../komodo/inventory/changingInventory.ts';
import type { PlacedDefinition } from '../../komodo/checks/index.ts';
import type { NameKind, ResourceFacts } from '../../komodo/names/index.ts';
import type { ProcedureDefinition } from '../../komodo/plan/index.ts';
import { changes } from './changes.ts';
import type { FileNames, Literal, PatternItem } from './names.ts';
import { UseIndex, type UseInFile } from './useIndex.ts';

/** A name that a file defines. Where that is takes time to be found, and is seldom asked for. */
class Entry implements PlacedDefinition {
  readonly file: string;
  readonly facts: ResourceFacts;
  readonly #files: ReadonlyMap<string, FileNames>;

  constructor(file: string, facts: ResourceFacts, files: ReadonlyMap<string, FileNames>) {
    this.file = file;
    this.facts = facts;
    this.#files = files;
  }

  get uri() {
    return this.#names.uri;
  }

  get range() {
    return this.#names.definitions.find(({ facts }) => facts === this.facts)!.range;
  }

  get #names(): FileNames {
    return this.#files.get(this.file)!;
  }
}

const none: readonly Entry[] = [];

/**
 * The names that the files of a workspace define. Files come and go; what does not change with them stays the same
 * object, so that whoever looked names up need not do it again.
 */
export class NameIndex {
  readonly #files = new Map<string, FileNames>();
  /** By kind, then by name. */
  readonly #entries = new Map<NameKind, Map<string, readonly Entry[]>>();
  readonly #uses = new UseIndex((file) => this.#files.get(file));
  readonly #inventory = new ChangingInventory('this workspace', (kind, name) => {
    return this.#entries.get(kind)?.get(name)?.[0]?.facts;
  });
  #state = {};
  /** Called when something that is defined says something else. */
  onChange: () => void = () => undefined;

  /**
   * Takes note of what a file defines now; undefined where it is gone or none of Komodo's.
   * @param file by which it is known, of which there is one a file
   */
  set(file: string, names: FileNames | undefined): void {
    const before = this.#files.get(file);
    if (names) this.#files.set(file, names);
    else this.#files.delete(file);
    this.#uses.change(file);
    const [gone, come] = changes(before?.facts ?? [], names?.facts ?? []);
    if (areAllSame(gone, come, saysSame)) {
      gone.forEach((facts, index) => this.#replace(file, facts, come[index]!));
      return;
    }
    this.#state = {};
    for (const facts of gone) this.#remove(file, facts);
    for (const facts of come) this.#add(new Entry(file, facts, this.#files));
    if (!areAllSame(gone, come, hasSameName)) {
      for (const facts of gone) this.#inventory.remove(facts);
      for (const facts of come) this.#inventory.add(facts);
    }
    this.onChange();
  }

  /** The same object as long as nothing that is defined says anything else, wherever it stands. */
  get state(): object {
    return this.#state;
  }

  get files(): Iterable<FileNames> {
    return this.#files.values();
  }

  keys(): Iterable<string> {
    return this.#files.keys();
  }

  get(file: string): FileNames | undefined {
    return this.#files.get(file);
  }

  /** What a file holds, by its URI. */
  fileAt(uri: string): FileNames | undefined {
    return [...this.#files.values()].find((names) => names.uri === uri);
  }

  /** All names that are defined. The same object as before unless one of them has changed. */
  get inventory(): Inventory {
    return this.#inventory.inventory;
  }

  /** Where a name is defined. */
  definitionsOf(kind: NameKind, name: string): readonly PlacedDefinition[] {
    return this.#entries.get(kind)?.get(name) ?? none;
  }

  /** The first Action whose script a comment links to a file. */
  actionLinkedTo(file: string): ResourceFacts | undefined {
    const actions = [...(this.#entries.get('action')?.values() ?? [])].flat();
    const linked = actions.filter(
      ({ file: toml, facts: { scriptFile } }) =>
        scriptFile !== undefined && path.join(path.dirname(toml), scriptFile) === file,
    );
    return linked[0]?.facts;
  }

  /** Where a name is used, or may be: see the kinds of each use. */
  usesOf(kind: NameKind, name: string): readonly UseInFile[] {
    return this.#uses.usesOf(kind, name);
  }

  /** The items of all patterns that pick from a kind. */
  patternItemsOf(kind: NameKind): readonly { readonly uri: string; readonly item: PatternItem }[] {
    return [...this.#files.values()].flatMap(({ uri, patternItems }) =>
      patternItems.filter((item) => item.kind === kind).map((item) => ({ uri, item })),
    );
  }

  /** The string literals in scripts that are this text and nothing that is known to be a name. */
  literalsOf(text: string): readonly { readonly uri: string; readonly literal: Literal }[] {
    return [...this.#files.values()].flatMap(({ uri, literals }) =>
      literals.filter((literal) => literal.text === text).map((literal) => ({ uri, literal })),
    );
  }

  procedureNamed(name: string): ProcedureDefinition | undefined {
    return this.definitionsOf('procedure', name)[0]?.facts.procedure;
  }

  #add(entry: Entry): void {
    const { kind, name } = entry.facts;
    const byName = this.#entries.get(kind) ?? new Map<string, readonly Entry[]>();
    this.#entries.set(kind, byName);
    const others = byName.get(name) ?? none;
    byName.set(name, others.length > 0 ? this.#inOrder([...others, entry]) : [entry]);
  }

  /** By file, and as they stand in it: which is the first does not hang on what was read or typed first. */
  #inOrder(entries: readonly Entry[]): readonly Entry[] {
    const numberOf = ({ file, facts }: Entry) => this.#files.get(file)!.facts.indexOf(facts);
    return entries.toSorted((a, b) =>
      a.file === b.file ? numberOf(a) - numberOf(b) : a.file < b.file ? -1 : 1,
    );
  }

  /** One that says the same, in its place: of two with one name the first stays the first. */
  #replace(file: string, before: ResourceFacts, now: ResourceFacts): void {
    const byName = this.#entries.get(now.kind)!;
    const entries = byName.get(now.name)!.map((entry) => {
      const isIt = entry.file === file && entry.facts === before;
      return isIt ? new Entry(file, now, this.#files) : entry;
    });
    byName.set(now.name, entries);
  }

  #remove(file: string, facts: ResourceFacts): void {
    const { kind, name } = facts;
    const byName = this.#entries.get(kind)!;
    const left = byName.get(name)!.filter((entry) => entry.file !== file || entry.facts !== facts);
    if (left.length > 0) byName.set(name, left);
    else byName.delete(name);
  }
}

function areAllSame(
  some: readonly ResourceFacts[],
  others: readonly ResourceFacts[],
  isSame: (a: ResourceFacts, b: ResourceFacts) => boolean,
): boolean {
  return (
    some.length === others.length && some.every((facts, index) => isSame(facts, others[index]!))
  );
}

function hasSameName(a: ResourceFacts, b: ResourceFacts): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.template === b.template &&
    a.tags.join('\n') === b.tags.join('\n')
  );
}

/** All facts come from what the block says, but for the comment that links a script. */
function saysSame(a: ResourceFacts, b: ResourceFacts): boolean {
  return hasSameName(a, b) && a.contents === b.contents && a.scriptFile === b.scriptFile;
}

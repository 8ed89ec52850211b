import type { NameKind } from '../../komodo/names/index.ts';
import { changes } from './changes.ts';
import type { FileNames, Use, UseGroup } from './names.ts';

export interface UseInFile {
  readonly uri: string;
  readonly use: Use;
}

interface Numbers {
  readonly file: string;
  /** Of the uses in their group. */
  readonly numbers: number[];
}

/**
 * Where names are used, by kind and name. Files are looked at when somebody asks, only those that have changed since the
 * last time, and of these only the blocks that have.
 */
export class UseIndex {
  readonly #namesOf: (file: string) => FileNames | undefined;
  readonly #changed = new Set<string>();
  readonly #groups = new Map<string, readonly UseGroup[]>();
  /** By kind and name: the groups that use it. */
  readonly #uses = new Map<string, Map<UseGroup, Numbers>>();

  /** @param namesOf what a file holds now */
  constructor(namesOf: (file: string) => FileNames | undefined) {
    this.#namesOf = namesOf;
  }

  /** Takes note that a file has changed, has come or is gone. */
  change(file: string): void {
    this.#changed.add(file);
  }

  /** Where something of this kind and name is perhaps meant; a use can be of several kinds. */
  usesOf(kind: NameKind, name: string): readonly UseInFile[] {
    for (const file of this.#changed) this.#read(file);
    this.#changed.clear();
    const groups = this.#uses.get(keyOf(kind, name));
    if (!groups) return [];
    return [...groups].flatMap(([group, { file, numbers }]) => {
      const { uri, useIn } = this.#namesOf(file)!;
      return numbers.map((number) => ({ uri, use: useIn(group, number) }));
    });
  }

  #read(file: string): void {
    const now = this.#namesOf(file)?.useGroups ?? [];
    const [gone, come] = changes(this.#groups.get(file) ?? [], now);
    for (const group of gone) this.#remove(group);
    for (const group of come) this.#add(file, group);
    if (now.length > 0) this.#groups.set(file, now);
    else this.#groups.delete(file);
  }

  #add(file: string, group: UseGroup): void {
    group.names.forEach(({ kinds, name }, number) => {
      for (const kind of kinds) {
        const key = keyOf(kind, name);
        const groups = this.#uses.get(key) ?? new Map<UseGroup, Numbers>();
        this.#uses.set(key, groups);
        const known = groups.get(group);
        if (known) known.numbers.push(number);
        else groups.set(group, { file, numbers: [number] });
      }
    });
  }

  #remove(group: UseGroup): void {
    for (const { kinds, name } of group.names) {
      for (const kind of kinds) {
        const key = keyOf(kind, name);
        const groups = this.#uses.get(key);
        groups?.delete(group);
        if (groups?.size === 0) this.#uses.delete(key);
      }
    }
  }
}

export function keyOf(kind: NameKind, name: string): string {
  return `${kind} ${name}`;
}

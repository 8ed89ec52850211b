import type { NameKind } from '../../komodo/names/index.ts';
import type { FileNames, Use } from './names.ts';

export interface UseInFile {
  readonly uri: string;
  readonly use: Use;
}

/**
 * Where names are used, by kind and name. Files are looked at when somebody asks, and only those that have changed since
 * the last time.
 */
export class UseIndex {
  readonly #namesOf: (file: string) => FileNames | undefined;
  readonly #changed = new Set<string>();
  /** By kind and name: the files that use it, each with its uses. */
  readonly #uses = new Map<string, Map<string, Use[]>>();
  /** By file: what it uses. */
  readonly #keys = new Map<string, ReadonlySet<string>>();

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
    const files = this.#uses.get(keyOf(kind, name)) ?? new Map<string, Use[]>();
    return [...files].flatMap(([file, uses]) => {
      const { uri } = this.#namesOf(file)!;
      return uses.map((use) => ({ uri, use }));
    });
  }

  #read(file: string): void {
    for (const key of this.#keys.get(file) ?? []) {
      const files = this.#uses.get(key)!;
      files.delete(file);
      if (files.size === 0) this.#uses.delete(key);
    }
    const keys = new Set<string>();
    for (const use of this.#namesOf(file)?.uses ?? []) {
      for (const kind of use.kinds) {
        const key = keyOf(kind, use.name);
        keys.add(key);
        this.#add(key, file, use);
      }
    }
    if (keys.size > 0) this.#keys.set(file, keys);
    else this.#keys.delete(file);
  }

  #add(key: string, file: string, use: Use): void {
    const files = this.#uses.get(key) ?? new Map<string, Use[]>();
    this.#uses.set(key, files);
    const uses = files.get(file);
    if (uses) uses.push(use);
    else files.set(file, [use]);
  }
}

export function keyOf(kind: NameKind, name: string): string {
  return `${kind} ${name}`;
}

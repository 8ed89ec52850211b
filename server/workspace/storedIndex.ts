import type { HeaderKind } from '../../komodo/schema/index.ts';
import type { StoredResource } from '../../komodo/stored/index.ts';

/** What the connected Core has stored, by kind and name. */
export class StoredIndex {
  /** What people call that Core. */
  readonly label: string;
  readonly #byName: ReadonlyMap<string, StoredResource>;

  constructor(label: string, resources: readonly StoredResource[]) {
    this.label = label;
    this.#byName = new Map(resources.map((each) => [keyOf(each.kind, each.name), each]));
  }

  find(kind: HeaderKind, name: string): StoredResource | undefined {
    return this.#byName.get(keyOf(kind, name));
  }

  /** Whether it could have something of this kind; Variables and user groups are not told. */
  holds(kind: HeaderKind): boolean {
    return kind !== 'variable' && kind !== 'user_group';
  }
}

function keyOf(kind: HeaderKind, name: string): string {
  return `${kind} ${name}`;
}

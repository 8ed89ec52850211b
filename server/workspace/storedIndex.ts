import { definitionOfCore, type ProcedureDefinition } from '../../komodo/plan/index.ts';
import type { HeaderKind } from '../../komodo/schema/index.ts';
import type { StoredResource } from '../../komodo/stored/index.ts';

/** What the connected Core has stored, by kind and name. */
export class StoredIndex {
  /** What people call that Core. */
  readonly label: string;
  readonly #byName: ReadonlyMap<string, StoredResource>;
  readonly #procedures = new Map<string, ProcedureDefinition | undefined>();

  constructor(label: string, resources: readonly StoredResource[]) {
    this.label = label;
    this.#byName = new Map(resources.map((each) => [keyOf(each.kind, each.name), each]));
  }

  find(kind: HeaderKind, name: string): StoredResource | undefined {
    return this.#byName.get(keyOf(kind, name));
  }

  /** What a Procedure runs; read when it is first asked for, and the same object from then on. */
  procedureNamed(name: string): ProcedureDefinition | undefined {
    if (!this.#procedures.has(name)) {
      const stored = this.find('procedure', name);
      this.#procedures.set(name, stored && definitionOfCore(stored));
    }
    return this.#procedures.get(name);
  }

  /** Whether it could have something of this kind; user groups are not told. */
  holds(kind: HeaderKind): boolean {
    return kind !== 'user_group';
  }
}

function keyOf(kind: HeaderKind, name: string): string {
  return `${kind} ${name}`;
}

/** User groups, in memory: who is in them, and what they may do. In the sandbox nobody is kept from anything by them. */
import { CoreError } from '../errors.ts';
import { byBytes } from './resources.ts';
import type { Kind, Target } from '../wire.ts';

export type Level = 'None' | 'Read' | 'Execute' | 'Write';

export interface Permission {
  readonly level: Level;
  /** `Logs`, `Terminal` and the like, in the order in which they were given. */
  readonly specific: readonly string[];
}

/** What a group may do with all resources of a kind. */
export type BasePermissions = ReadonlyMap<string, Permission>;

export interface TargetPermission extends Permission {
  readonly target: { readonly type: Kind; readonly id: string };
}

export interface UserGroup {
  readonly _id: { readonly $oid: string };
  readonly name: string;
  everyone: boolean;
  /** Ids of users. */
  users: readonly string[];
  readonly all: Map<string, Permission>;
  /** By ids of resources. */
  permissions: TargetPermission[];
  updated_at: number;
}

/** A group as a file describes it: with names of users, and of resources or patterns for them. */
export interface DescribedGroup {
  readonly name: string;
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly all: BasePermissions;
  readonly permissions: readonly (Permission & { readonly target: Target })[];
}

export class UserGroupStore {
  readonly #groups = new Map<string, UserGroup>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** In the order of their names. */
  list(): UserGroup[] {
    return [...this.#groups.values()].sort((a, b) => byBytes(a.name, b.name));
  }

  /** By id, or else by name. */
  find(idOrName: string): UserGroup | undefined {
    return this.#groups.get(idOrName) ?? this.list().find(({ name }) => name === idOrName);
  }

  /** Throws Core's error where there is none. */
  get(idOrName: string): UserGroup {
    const group = this.find(idOrName);
    if (!group) throw new CoreError('no UserGroup found matching');
    return group;
  }

  /** Throws where the name is taken. */
  create(name: string, now: number): UserGroup {
    if (this.list().some((group) => group.name === name)) {
      const trace = ['the name of a UserGroup is unique'];
      throw new CoreError('failed to create UserGroup on db', { trace });
    }
    const _id = { $oid: this.#newId() };
    const group: UserGroup = {
      _id,
      name,
      everyone: false,
      users: [],
      all: new Map(),
      permissions: [],
      updated_at: now,
    };
    this.#groups.set(_id.$oid, group);
    return group;
  }

  delete({ _id }: UserGroup): void {
    this.#groups.delete(_id.$oid);
  }

  /** A resource is gone, and what was said of it. */
  forget(resourceId: string): void {
    for (const group of this.#groups.values())
      group.permissions = group.permissions.filter(({ target }) => target.id !== resourceId);
  }
}

/** Whether it says nothing. */
export function isNone({ level, specific }: Permission): boolean {
  return level === 'None' && specific.length === 0;
}

/** As Core answers requests. */
export function answerOf({ _id, name, everyone, users, all, updated_at }: UserGroup) {
  const permissions = [...all].map(([kind, { level, specific }]) => [
    kind,
    specific.length === 0 ? level : { level, specific },
  ]);
  return { _id, name, everyone, users, all: Object.fromEntries(permissions) as object, updated_at };
}

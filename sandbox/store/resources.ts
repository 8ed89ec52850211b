/** The resources of the sandbox, by kind and id. */
import { CoreError } from '../errors.ts';
import { isObjectId } from '../ids.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import type { Kind } from '../wire.ts';
import { kinds } from './kinds.ts';

/** One resource as Core's Get requests show it, its keys in that order. */
export interface Resource {
  readonly _id: { readonly $oid: string };
  name: string;
  description: string;
  template: boolean;
  /** Ids of tags. */
  tags: readonly string[];
  info: Json;
  config: JsonObject;
  readonly base_permission: 'None';
  updated_at: number;
}

/** Core compares names by their bytes. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export class ResourceStore {
  readonly #byId = new Map<Kind, Map<string, Resource>>(kinds.map(({ kind }) => [kind, new Map()]));

  /** All of a kind, in the order of their names. */
  list(kind: Kind): Resource[] {
    return [...this.#byId.get(kind)!.values()].sort((a, b) => byBytes(a.name, b.name));
  }

  /** By id, or else by name. */
  find(kind: Kind, idOrName: string): Resource | undefined {
    const all = this.#byId.get(kind)!;
    if (isObjectId(idOrName)) return all.get(idOrName.toLowerCase());
    return [...all.values()].find(({ name }) => name === idOrName);
  }

  /** Throws Core's error where there is none. */
  get(kind: Kind, idOrName: string): Resource {
    if (idOrName === '') throw new CoreError(`Cannot find ${kind} with empty name / id`);
    const found = this.find(kind, idOrName);
    if (!found) throw new CoreError(`Did not find any ${kind} matching ${idOrName}`);
    return found;
  }

  put(kind: Kind, resource: Resource): void {
    this.#byId.get(kind)!.set(resource._id.$oid, resource);
  }

  delete(kind: Kind, id: string): void {
    this.#byId.get(kind)!.delete(id);
  }

  /** Takes a tag from all resources. */
  dropTag(id: string): void {
    for (const all of this.#byId.values()) {
      for (const resource of all.values()) {
        resource.tags = resource.tags.filter((tag) => tag !== id);
      }
    }
  }
}

/** Tags: resources keep their ids, people their names. */
import type { Plain } from '../wire.ts';
import type { Tag as CoreTag } from 'komodo_client/dist/types.js';
import { CoreError } from '../errors.ts';
import { isObjectId, objectIdProblem } from '../ids.ts';
import { byBytes } from './resources.ts';

export interface Tag {
  readonly _id: { readonly $oid: string };
  name: string;
  readonly owner: string;
  color: Plain<CoreTag>['color'] & string;
}

export class TagStore {
  readonly #tags = new Map<string, Tag>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  list(): Tag[] {
    return [...this.#tags.values()].sort((a, b) => byBytes(a.name, b.name));
  }

  find(idOrName: string): Tag | undefined {
    return this.#tags.get(idOrName) ?? this.list().find(({ name }) => name === idOrName);
  }

  get(idOrName: string): Tag {
    const tag = this.find(idOrName);
    if (!tag) throw new CoreError(`no tag found matching ${idOrName}`);
    return tag;
  }

  /** The ids that a query's tags stand for; a tag that does not exist is an error, not an empty list. */
  idsOf(namesOrIds: readonly string[]): string[] {
    return namesOrIds.map((text) => {
      const tag = this.find(text);
      if (!tag) throw new CoreError(`No tag found matching name or id: ${text}`);
      return tag._id.$oid;
    });
  }

  /** The ids of tags by name; those that do not exist are made. */
  idsMade(names: readonly string[], owner: string): string[] {
    return names.map((name) => (this.find(name) ?? this.create(name, owner))._id.$oid);
  }

  create(name: string, owner: string, color: Tag['color'] = 'Slate'): Tag {
    if (isObjectId(name)) throw new CoreError('Tag name cannot be ObjectId', { status: 400 });
    this.#refuseTaken(name, 'failed to create tag on db');
    const tag: Tag = { _id: { $oid: this.#newId() }, name, owner, color };
    this.#tags.set(tag._id.$oid, tag);
    return tag;
  }

  /** By id only, as in Core. */
  rename(id: string, name: string): Tag {
    const problem = objectIdProblem(id);
    // Core looks for a tag of that name before it takes the text for an id.
    if (problem !== undefined && !this.find(id)) throw new CoreError(`no tag found matching ${id}`);
    const context = 'failed to rename tag on db';
    if (problem !== undefined) {
      throw new CoreError(context, { trace: ['id is not valid ObjectId', problem] });
    }
    const tag = this.get(id);
    if (tag.name !== name) this.#refuseTaken(name, context);
    tag.name = name;
    return tag;
  }

  /** By id only, as in Core. */
  delete(id: string): Tag {
    const problem = objectIdProblem(id);
    if (problem !== undefined)
      throw new CoreError('id is not valid ObjectId', { trace: [problem] });
    const tag = this.get(id);
    this.#tags.delete(id);
    return tag;
  }

  #refuseTaken(name: string, context: string): void {
    if (this.find(name)) throw new CoreError(context, { trace: ['the name of a Tag is unique'] });
  }
}

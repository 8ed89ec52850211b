/** Writes of a script, as Core would do them: answered, and noted in the state that later reads see. */
import { randomBytes } from 'node:crypto';
import { storedName, type NameKind } from '../komodo/names/index.ts';
import { schemaFor, type Schema } from '../komodo/schema/index.ts';
import { Refusal, type RehearsedState } from './rehearsedState.ts';
import {
  idOf,
  isResource,
  record,
  targetOf,
  textOrUndefined,
  writeOf,
  type Item,
  type Question,
  type Write,
} from './requests.ts';
import { simulatedUpdate } from './simulatedUpdate.ts';
import { changedFields, type Changed, type Shown, type WouldChange } from './wouldChange.ts';

/** A write with what Core would answer. */
export interface Rehearsed {
  readonly answer: unknown;
  readonly change: WouldChange;
}

/** What a write makes of something. */
interface Step {
  readonly before: Item | undefined;
  readonly now: Item | undefined;
  readonly changed: readonly Changed[];
  readonly answer: unknown;
  readonly note?: string;
}

export class RehearsedWrites {
  readonly #state: RehearsedState;
  readonly #version: string;
  readonly #schema: Schema;
  readonly #onUpdate: (update: Item) => void;

  /**
   * @param version of the Core
   * @param onUpdate gets the Updates that Core would make of writes
   */
  constructor(state: RehearsedState, version: string, onUpdate: (update: Item) => void) {
    this.#state = state;
    this.#version = version;
    this.#schema = schemaFor(version);
    this.#onUpdate = onUpdate;
  }

  /** Throws {@link Refusal} where Core would refuse it, as far as that can be told. */
  async do(question: Question): Promise<Rehearsed> {
    const { type, params } = question;
    const target = targetOf(params);
    const write = writeOf(question);
    if (!write) {
      const change: WouldChange = { route: 'write', type, params, target, changed: [] };
      return { answer: { _id: { $oid: newId() }, ...params }, change };
    }
    const { before, now, changed, answer, note } = await this.#step(write, question);
    const isSecret = [before, now].some((state) => state?.is_secret === true);
    const shown = async (state: Item | undefined): Promise<Shown | undefined> =>
      state && (await this.#shown(write.kind, state, isSecret));
    // Of a new one only what was given is told; the rest is Core's own.
    const isNew = write.verb === 'Create' && isResource(write.kind);
    const after = isNew ? { ...now, config: record(params.config) } : now;
    const { kind } = write;
    const [id, name] = [idOf((before ?? now)!), String((before ?? now)!.name)];
    const resource = { kind, id, name, before: await shown(before), after: await shown(after) };
    if (before !== now) this.#state.set(kind, before, now);
    const told = isSecret ? changed.map(withoutValue) : changed;
    const change: WouldChange = {
      ...{ route: 'write', type, params, target, changed: told, resource },
      ...(note !== undefined && { note }),
    };
    return { answer, change };
  }

  #step(write: Write, question: Question): Promise<Step> {
    switch (write.verb) {
      case 'Create':
        return this.#create(write.kind, question.params);
      case 'Copy':
        return this.#copy(write, question.params);
      case 'Update':
        return this.#update(write, question.params);
      case 'Rename':
        return this.#rename(write, question);
      case 'Meta':
        return this.#meta(write, question.params);
      case 'Delete':
        return this.#delete(write);
    }
  }

  async #create(kind: string, params: Item): Promise<Step> {
    const name = await this.#freeName(kind, String(params.name));
    const now = isResource(kind)
      ? this.#resource(name, { ...this.#defaults(kind), ...record(params.config) })
      : kind === 'Tag'
        ? { _id: { $oid: newId() }, owner: '', color: 'Slate', ...params, name }
        : { value: '', description: '', is_secret: false, ...params, name };
    const fields = isResource(kind) ? record(params.config) : without(params, ['name']);
    return {
      before: undefined,
      now,
      changed: changedFields({}, fields),
      answer: now,
      note: 'would be created',
    };
  }

  async #copy({ kind, asked = '' }: Write, params: Item): Promise<Step> {
    const original = await this.#state.get(kind, asked);
    const name = await this.#freeName(kind, String(params.name));
    const now = this.#resource(name, record(original.config));
    const note = `would be created as a copy of ${String(original.name)}`;
    return { before: undefined, now, changed: [], answer: now, note };
  }

  async #update({ kind, asked = '' }: Write, params: Item): Promise<Step> {
    const before = await this.#state.get(kind, asked);
    const hasConfig = isResource(kind);
    const given = without(params, ['name', 'id', 'tag']);
    const old = hasConfig ? record(before.config) : before;
    const fields = joined(old, hasConfig ? record(params.config) : given);
    const next = { ...old, ...fields };
    const now = hasConfig ? { ...before, config: next } : next;
    return { before, now, changed: changedFields(old, fields), answer: now };
  }

  async #rename({ kind, asked = '' }: Write, { type, params }: Question): Promise<Step> {
    const before = await this.#state.get(kind, asked);
    const name = await this.#freeName(kind, String(params.name), idOf(before));
    const now = { ...before, name };
    const changed = changedFields({ name: before.name }, { name });
    if (!isResource(kind)) return { before, now, changed, answer: now };
    const update = simulatedUpdate(type);
    this.#onUpdate(update);
    return { before, now, changed, answer: update };
  }

  async #meta({ kind, asked = '' }: Write, params: Item): Promise<Step> {
    const before = await this.#state.get(kind, asked);
    const given = Object.fromEntries(
      ['description', 'template', 'tags'].flatMap((field) =>
        params[field] == null ? [] : [[field, params[field]]],
      ),
    ) as Item;
    const { tags } = given;
    if (Array.isArray(tags))
      given.tags = await Promise.all(tags.map((tag) => this.#tag(String(tag))));
    const old = { description: before.description ?? '', template: before.template ?? false };
    const named = async (ids: unknown) => this.#tagNames((ids ?? []) as readonly string[]);
    const [was, will] = [await named(before.tags), await named(given.tags)];
    const changed = changedFields(
      { ...old, tags: was },
      { ...given, ...(given.tags !== undefined && { tags: will }) },
    );
    return { before, now: { ...before, ...given }, changed, answer: {} };
  }

  async #delete({ kind, asked = '' }: Write): Promise<Step> {
    const before = await this.#state.get(kind, asked);
    return { before, now: undefined, changed: [], answer: before, note: 'would be deleted' };
  }

  /** The id of a tag; as Core does, it is created where it is not there. */
  async #tag(nameOrId: string): Promise<string> {
    try {
      return idOf(await this.#state.get('Tag', nameOrId));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const tag = { _id: { $oid: newId() }, name: nameOrId, owner: '', color: 'Slate' };
      this.#state.set('Tag', undefined, tag);
      return idOf(tag);
    }
  }

  /** The name that Core makes of one that is asked for. Throws {@link Refusal} where another has it. */
  async #freeName(kind: string, asked: string, own?: string): Promise<string> {
    const name = storedName(headerOf(kind), asked, this.#version);
    const other = await this.#state.get(kind, name).catch((error: unknown) => {
      if (error instanceof Refusal && error.status !== 504) return undefined;
      throw error;
    });
    if (other && idOf(other) !== own)
      throw Refusal.of(409, `There is a ${kind} “${name}” already.`);
    return name;
  }

  #resource(name: string, config: Item): Item {
    return {
      _id: { $oid: newId() },
      name,
      description: '',
      template: false,
      tags: [],
      info: {},
      config,
    };
  }

  /** The config of a new resource. */
  #defaults(kind: string): Item {
    const definition = this.#schema.types.get(`Partial${kind}Config`);
    if (definition?.kind !== 'struct') return {};
    return Object.fromEntries(
      definition.fields.map(({ name, default: value = null }) => [name, structuredClone(value)]),
    );
  }

  async #shown(kind: string, state: Item, isSecret: boolean): Promise<Shown> {
    if (!isResource(kind)) return isSecret ? { ...state, value: SECRET } : state;
    const tags = await this.#tagNames((state.tags ?? []) as readonly string[]);
    const { name, description, template, config } = state;
    return { name, description, template, tags, config };
  }

  async #tagNames(ids: readonly string[]): Promise<string[]> {
    const named = ids.map(async (id) => {
      const tag = await this.#state.get('Tag', id).catch(() => undefined);
      return textOrUndefined(tag?.name) ?? id;
    });
    return Promise.all(named);
  }
}

const without = (params: Item, names: readonly string[]): Item =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));

const SECRET = '<secret>';

const withoutValue = (change: Changed): Changed =>
  change.field === 'value' ? { field: 'value', old: SECRET, new: SECRET } : change;

/** Fields of an update as Core joins them: versions in parts, and `params` of the same type of builder in part. */
function joined(old: Item, given: Item): Item {
  const entries = Object.entries(given).map(([field, value]) => {
    const before = old[field];
    const version = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(textOrUndefined(value) ?? '');
    if (version && 'major' in record(before)) {
      const [major, minor, patch] = version.slice(1).map((part) => Number(part || '0'));
      return [field, { major, minor, patch }];
    }
    const isPart = field === 'params' && old.type === given.type;
    return [field, isPart ? { ...record(before), ...record(value) } : value];
  });
  return Object.fromEntries(entries) as Item;
}

const headerOf = (kind: string): NameKind =>
  kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase() as NameKind;

const newId = () => randomBytes(12).toString('hex');

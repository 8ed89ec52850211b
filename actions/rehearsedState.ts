/** What a rehearsed script would have left behind so far: its own reads see it, and nobody else does. */
import { hasTerms, infoOf } from './listItems.ts';
import {
  idOf,
  isResource,
  kinds,
  record,
  textOrUndefined,
  type Item,
  type Question,
} from './requests.ts';

/** An answer of Core that is none of success, or one in its place. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(body);
    this.status = status;
    this.body = body;
  }

  /** With a text for the script, in the shape of Core's own. */
  static of(status: number, error: string): Refusal {
    return new Refusal(status, JSON.stringify({ error, trace: [] }));
  }
}

/** Something that the script would have changed. */
export interface Entry {
  readonly kind: string;
  /** Of a resource or tag; of a Variable its name. */
  readonly id: string;
  /** As Core has it; undefined where the script would have created it. */
  readonly before: Item | undefined;
  /** As it would be; undefined where the script would have deleted it. */
  readonly now: Item | undefined;
}

interface QueryTags {
  readonly ids: readonly string[];
  /** As the query says them, those that Core knows. */
  readonly known: readonly string[];
  readonly isNew: boolean;
}

const noTags: QueryTags = { ids: [], known: [], isNew: false };

export class RehearsedState {
  readonly #ask: (question: Question) => Promise<unknown>;
  readonly #entries = new Map<string, Entry>();

  /** @param ask reads from Core; throws {@link Refusal} where Core refuses */
  constructor(ask: (question: Question) => Promise<unknown>) {
    this.#ask = ask;
  }

  /** Whether a read may be answered otherwise than by Core. */
  concerns(type: string): boolean {
    const kind = kindOfRead(type) ?? kindOfList(type)?.kind;
    return kind !== undefined && this.#of(kind).length > 0;
  }

  /** What a read of one or of a list would be answered by now. Throws {@link Refusal}. */
  read(question: Question): Promise<unknown> {
    const kind = kindOfRead(question.type);
    if (kind === undefined) return this.#list(question);
    return this.get(kind, String(question.params[kinds[kind]!]));
  }

  /** The one of a name or an id, as it would be by now. Throws {@link Refusal} where there is none. */
  async get(kind: string, asked: string): Promise<Item> {
    const known = this.#of(kind).find(({ id, now }) => now && (id === asked || now.name === asked));
    if (known) return known.now!;
    const answer = record(
      await this.#ask({ type: `Get${kind}`, params: { [kinds[kind]!]: asked } }),
    );
    // It would have been deleted, or have another name.
    if (this.entry(kind, idOf(answer))) throw notFound(kind, asked);
    return answer;
  }

  entry(kind: string, id: string): Entry | undefined {
    return this.#entries.get(keyOf(kind, id));
  }

  /** Notes what would be by now of something that {@link get} gave, or that is new. */
  set(kind: string, before: Item | undefined, now: Item | undefined): void {
    const id = idOf((before ?? now)!);
    const known = this.entry(kind, id);
    const key = keyOf(kind, id);
    this.#entries.set(key, { kind, id, before: known ? known.before : before, now });
  }

  #of(kind: string): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.kind === kind);
  }

  async #list(question: Question): Promise<unknown> {
    const { kind, isFull } = kindOfList(question.type)!;
    const query = record(question.params.query);
    const tags = isResource(kind) ? await this.#tagsOf(query) : noTags;
    const asked = tags.isNew ? { ...query, tags: tags.known } : query;
    const isHopeless = tags.isNew && (query.tag_behavior !== 'Any' || tags.known.length === 0);
    const params = { ...question.params, ...(question.params.query != null && { query: asked }) };
    const answer = isHopeless ? [] : ((await this.#ask({ ...question, params })) as Item[]);
    const listed = new Map(answer.map((item) => [listedId(item), item]));
    const mine = this.#of(kind).filter(({ id, now, before }) => {
      if (!now) return false;
      if (kind === 'Variable') return true;
      if (kind === 'Tag') return Object.keys(query).length === 0 || listed.has(id);
      return isWanted(now, query, tags.ids, before && listed.has(id));
    });
    const items = mine.map(async ({ id, now, before }) =>
      isFull || !isResource(kind)
        ? now!
        : this.#listItem(kind, now!, before && (listed.get(id) ?? id)),
    );
    const others = answer.filter((item) => !this.entry(kind, listedId(item)));
    const all = [...others, ...(await Promise.all(items))];
    return all.sort((a, b) => Buffer.compare(Buffer.from(nameIn(a)), Buffer.from(nameIn(b))));
  }

  /** The tags of a query; Core refuses one that has a tag which only the script has created. */
  async #tagsOf(query: Item): Promise<QueryTags> {
    const wanted = Array.isArray(query.tags) ? query.tags.map(String) : [];
    const found = await Promise.all(
      wanted.map(async (tag) => {
        const item = await this.get('Tag', tag).catch(() => undefined);
        const id = item ? idOf(item) : tag;
        const entry = this.entry('Tag', id);
        return { tag, id, isNew: entry !== undefined && entry.before === undefined };
      }),
    );
    return {
      ids: found.map(({ id }) => id),
      known: found.filter(({ isNew }) => !isNew).map(({ tag }) => tag),
      isNew: found.some(({ isNew }) => isNew),
    };
  }

  /** @param listed as Core lists it, or its id where Core's list does not have it; undefined for a new one */
  async #listItem(kind: string, now: Item, listed: Item | string | undefined): Promise<Item> {
    let item = listed;
    if (typeof item === 'string') {
      const params = { query: { names: [item] } };
      [item] = (await this.#ask({ type: `List${kind}s`, params })) as Item[];
    }
    const { name, template = false, tags = [] } = now;
    const info = infoOf(kind, record(now.config), record(record(item).info));
    return { ...record(item), id: idOf(now), type: kind, name, template, tags, info };
  }
}

/** The kind of which a request reads one, `GetBuild`. */
function kindOfRead(type: string): string | undefined {
  const kind = /^Get(\w+)$/.exec(type)?.[1];
  return kind !== undefined && Object.hasOwn(kinds, kind) ? kind : undefined;
}

/** The kind of which a request reads a list, `ListBuilds` or `ListFullBuilds`. */
function kindOfList(type: string): { kind: string; isFull: boolean } | undefined {
  const [, full, kind = ''] = /^List(Full)?(\w+)s$/.exec(type) ?? [];
  return Object.hasOwn(kinds, kind) ? { kind, isFull: full !== undefined } : undefined;
}

/** Whether a query asks for a resource that would be another by now, or new. */
function isWanted(
  now: Item,
  query: Item,
  tags: readonly string[],
  isListed: boolean | undefined,
): boolean {
  const own = (now.tags ?? []) as readonly string[];
  const names = (query.names ?? []) as readonly string[];
  const has = (tag: string): boolean => own.includes(tag);
  const hasTags = query.tag_behavior === 'Any' ? tags.some(has) : tags.every(has);
  const isTemplate = now.template === true;
  return (
    hasTerms(nameIn(now), (query.terms ?? []) as readonly string[]) &&
    (names.length === 0 || names.includes(nameIn(now)) || names.includes(idOf(now))) &&
    (tags.length === 0 || hasTags) &&
    (query.templates === undefined ||
      query.templates === 'Include' ||
      isTemplate === (query.templates === 'Only')) &&
    isOfSpecific(record(now.config), record(query.specific), isListed)
  );
}

/** What else a query asks for is Core's to tell; of a new one it can be told where it stands in the config. */
function isOfSpecific(config: Item, specific: Item, isListed: boolean | undefined): boolean {
  return Object.entries(specific).every(([field, wanted]) => {
    if (!Array.isArray(wanted) || wanted.length === 0) return true;
    const own = textOrUndefined(config[field.replace(/s$/, '')]);
    return own === undefined ? isListed === true : wanted.includes(own);
  });
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;

/** Entries of lists have their id elsewhere. */
const listedId = (item: Item): string => (typeof item.id === 'string' ? item.id : idOf(item));

const nameIn = (item: Item): string => String(item.name);

const notFound = (kind: string, asked: string): Refusal =>
  Refusal.of(500, `Did not find any ${kind} matching ${asked}`);

/** Requests of scripts, as far as a rehearsal looks into them. */

/** What stands in JSON between braces. */
export type Item = Record<string, unknown>;

export interface Question {
  readonly type: string;
  readonly params: Item;
}

/** The kinds that can be read, changed and listed by requests named after them, by the param of `Get…` that names one. */
export const kinds: Readonly<Record<string, string>> = {
  Server: 'server',
  Swarm: 'swarm',
  Stack: 'stack',
  Deployment: 'deployment',
  Build: 'build',
  Repo: 'repo',
  Procedure: 'procedure',
  Action: 'action',
  Builder: 'builder',
  Alerter: 'alerter',
  ResourceSync: 'sync',
  Variable: 'name',
  Tag: 'tag',
};

/** Whether it is a resource, which has a config and tags. */
export const isResource = (kind: string): boolean =>
  Object.hasOwn(kinds, kind) && kind !== 'Variable' && kind !== 'Tag';

/** What a write does to what: `UpdateBuild` updates a Build. */
export interface Write {
  readonly verb: 'Create' | 'Copy' | 'Update' | 'Rename' | 'Delete' | 'Meta';
  readonly kind: string;
  /** The name or id that the script gives; of a new one undefined. */
  readonly asked: string | undefined;
}

/** What a write is about; undefined for one that a rehearsal knows nothing of. */
export function writeOf({ type, params }: Question): Write | undefined {
  if (type === 'UpdateResourceMeta') {
    const { type: kind, id } = record(params.target);
    return isResource(String(kind))
      ? { verb: 'Meta', kind: String(kind), asked: String(id) }
      : undefined;
  }
  const name = /^UpdateVariable(?:Value|Description|IsSecret)$/.test(type)
    ? 'UpdateVariable'
    : type === 'UpdateTagColor'
      ? 'UpdateTag'
      : type;
  const [, verb, kind = ''] = /^(Create|Copy|Update|Rename|Delete)(\w+)$/.exec(name) ?? [];
  if (!Object.hasOwn(kinds, kind)) return undefined;
  const named = kind === 'Variable' ? params.name : (params.id ?? params.tag);
  const asked = verb === 'Create' ? undefined : textOrUndefined(named);
  return { verb: verb as Write['verb'], kind, asked };
}

/** What a request is about: the first of its params that names something. */
export function targetOf(params: Item): string | undefined {
  const { id, name, pattern, target } = params;
  const first = [id, name, pattern, record(target).id, ...Object.values(params)];
  return first.find((value): value is string => typeof value === 'string' && value !== '');
}

/** The id of a resource or tag, the name of a Variable. */
export function idOf({ _id, name }: Item): string {
  return textOrUndefined(record(_id).$oid) ?? String(name);
}

/** A value as an object; an empty one where it is none. */
export function record(value: unknown): Item {
  return typeof value === 'object' && value !== null ? (value as Item) : {};
}

export const textOrUndefined = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

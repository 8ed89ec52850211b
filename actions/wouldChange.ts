/** What a script asked Core to do, which a rehearsal did not do. */

export interface Changed {
  readonly field: string;
  /** Undefined where it is not known, or there was none. */
  readonly old: unknown;
  readonly new: unknown;
}

/** A resource or Variable, before and after a write of its config or of its fields. */
export interface ChangedResource {
  /** As in the names of requests: `Build`, `Variable`. */
  readonly kind: string;
  readonly name: string;
  /** Undefined where the write creates it. */
  readonly before: Record<string, unknown> | undefined;
  readonly after: Record<string, unknown>;
}

/** One write or execution, in the order the script asked for them. */
export interface WouldChange {
  readonly route: 'write' | 'execute';
  /** The request, `UpdateBuild`. */
  readonly type: string;
  readonly params: Record<string, unknown>;
  /** The resource or Variable it is about, by the name or id that the script gave. */
  readonly target: string | undefined;
  /** Of an update: what would be another value than now. */
  readonly changed: readonly Changed[];
  /** Of an update, or of a creation: what is known of the whole. */
  readonly resource?: ChangedResource;
}

const resourceKinds: Readonly<Record<string, string>> = {
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
};

export interface Question {
  readonly type: string;
  readonly params: Record<string, unknown>;
}

/** The read that tells what an update would change; undefined for anything but an update of a config or a Variable. */
export function currentOf({ type, params }: Question): Question | undefined {
  if (/^UpdateVariable(Value|Description|IsSecret)$/.test(type)) {
    return { type: 'GetVariable', params: { name: params.name } };
  }
  const kind = /^Update(\w+)$/.exec(type)?.[1] ?? '';
  const param = Object.hasOwn(resourceKinds, kind) ? resourceKinds[kind] : undefined;
  return param === undefined ? undefined : { type: `Get${kind}`, params: { [param]: params.id } };
}

/** The fields that an update names: of a config, or of a Variable. */
export function fieldsOf({ type, params }: Question): Record<string, unknown> {
  if (!type.startsWith('UpdateVariable')) return record(params.config);
  return withoutName(params);
}

const withoutName = (params: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'name'));

/** What is known of a resource or Variable under the names of {@link fieldsOf}. */
export function fieldsNow(type: string, current: unknown): Record<string, unknown> {
  return type.startsWith('UpdateVariable') ? record(current) : record(record(current).config);
}

/** The fields of an update that have another value now. */
export function changedFields(
  now: Record<string, unknown>,
  fields: Record<string, unknown>,
): Changed[] {
  return Object.entries(fields)
    .map(([field, value]) => ({ field, old: asText(now[field]), new: asText(value) }))
    .filter(({ old, new: value }) => JSON.stringify(old) !== JSON.stringify(value));
}

/** Core takes a version as text, too, and tells it in parts. */
function asText(value: unknown): unknown {
  const { major, minor, patch, ...rest } = record(value);
  const isVersion = [major, minor, patch].every(Number.isInteger) && Object.keys(rest).length === 0;
  return isVersion ? [major, minor, patch].join('.') : value;
}

/** The resource or Variable that a request creates, as far as the request tells. */
export function createdBy({ type, params }: Question): ChangedResource | undefined {
  const kind = /^Create(\w+)$/.exec(type)?.[1] ?? '';
  const { name } = params;
  const isKnown = kind === 'Variable' || Object.hasOwn(resourceKinds, kind);
  if (!isKnown || typeof name !== 'string') return undefined;
  const after = kind === 'Variable' ? withoutName(params) : record(params.config);
  return { kind, name, before: undefined, after };
}

/** Whether a read is one of {@link currentOf}. */
export const isReadOfOne = (type: string): boolean =>
  type === 'GetVariable' || (type.startsWith('Get') && Object.hasOwn(resourceKinds, type.slice(3)));

/** What an update is about: `Build`, `Variable`. */
export const kindOf = (type: string): string =>
  type.startsWith('UpdateVariable') ? 'Variable' : type.slice('Update'.length);

/** The list for people, as a diff: what would be done, and for updates the old and new values. */
export function changesInWords(changes: readonly WouldChange[]): string[] {
  return changes.flatMap(({ type, target, params, changed, route }) => [
    `${type}${target === undefined ? ` ${JSON.stringify(params)}` : ` ${target}`}`,
    ...changed.flatMap(({ field, old, new: value }) => [
      ...(old === undefined ? [] : [`-   ${field} = ${JSON.stringify(old)}`]),
      `+   ${field} = ${JSON.stringify(value)}`,
    ]),
    ...(route === 'write' && changed.length === 0 && currentOf({ type, params })
      ? ['    nothing would change']
      : []),
  ]);
}

/** A value as an object; an empty one where it is none. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

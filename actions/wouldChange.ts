/** What a script asked Core to do, which a rehearsal did not do. */
import { record, type Item } from './requests.ts';

export interface Changed {
  readonly field: string;
  /** Undefined where it is not known, or there was none. */
  readonly old: unknown;
  readonly new: unknown;
}

/** A resource with the names of its tags (`name`, `description`, `tags`, `template`, `config`), a Variable or a tag. */
export type Shown = Item;

/** Something before and after a write. */
export interface ChangedResource {
  /** As in the names of requests: `Build`, `Variable`, `Tag`. */
  readonly kind: string;
  /** The same for all writes about it, whatever its name becomes. */
  readonly id: string;
  /** As it is called before. */
  readonly name: string;
  /** Undefined where the write creates it. */
  readonly before: Shown | undefined;
  /** Undefined where the write deletes it. */
  readonly after: Shown | undefined;
}

/** One write or execution, in the order the script asked for them. */
export interface WouldChange {
  readonly route: 'write' | 'execute';
  /** The request, `UpdateBuild`. */
  readonly type: string;
  readonly params: Item;
  /** The resource or Variable it is about, by the name or id that the script gave. */
  readonly target: string | undefined;
  /** What would have another value than now, or its first. */
  readonly changed: readonly Changed[];
  /** What there is to say beside that: `would be deleted`. */
  readonly note?: string;
  /** What it is about, where the rehearsal knows. */
  readonly resource?: ChangedResource;
}

/** The fields that have another value now. */
export function changedFields(now: Item, fields: Item): Changed[] {
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

/** The list for people, as a diff: what would be done, and the old and new values. */
export function changesInWords(changes: readonly WouldChange[]): string[] {
  return changes.flatMap(({ type, target, params, changed, note, resource }) => [
    `${type}${target === undefined ? ` ${JSON.stringify(params)}` : ` ${target}`}`,
    ...changed.flatMap(({ field, old, new: value }) => [
      ...(old === undefined ? [] : [`-   ${field} = ${JSON.stringify(old)}`]),
      `+   ${field} = ${JSON.stringify(value)}`,
    ]),
    ...(note === undefined ? [] : [`    ${note}`]),
    ...(resource && note === undefined && changed.length === 0 ? ['    nothing would change'] : []),
  ]);
}

/** What a rehearsed script would have changed, put together by resource. */
import type { ChangedResource, WouldChange } from '../../actions/index.ts';
import type { RehearsedRequest, RehearsedThing } from '../../protocol/rehearsal.ts';

/** A thing with its two states, where they are known. */
export interface Thing extends RehearsedThing {
  /** As it is before the first request about it, and as it would be after the last. */
  readonly resource?: ChangedResource;
}

/** How much of a value stands in the list; all of it stands in the diff. */
const mostCharacters = 200;

/** All that requests are about, in the order of their first request. */
export function thingsOf(changes: readonly WouldChange[]): readonly Thing[] {
  const things = new Map<string, Thing>();
  for (const change of changes) {
    const key = keyOf(change);
    const known = things.get(key);
    const resource = change.resource && {
      ...change.resource,
      ...(known?.resource && { name: known.resource.name, before: known.resource.before }),
    };
    things.set(key, {
      key,
      title: resource ? titleOf(resource) : key,
      requests: [...(known?.requests ?? []), requestOf(change)],
      isExecution: change.route === 'execute',
      canCompare: resource !== undefined && resource.kind !== 'Tag',
      ...(resource && { resource }),
    });
  }
  return [...things.values()];
}

function keyOf({ resource, type, target, params }: WouldChange): string {
  if (resource) return `${resource.kind} ${resource.id}`;
  return target === undefined ? `${type} ${JSON.stringify(params)}` : `${type} ${target}`;
}

function titleOf({ kind, name, after }: ChangedResource): string {
  const next = after?.name;
  return `${kind} ${name}${typeof next === 'string' && next !== name ? ` → ${next}` : ''}`;
}

function requestOf({ type, resource, changed, params, note }: WouldChange): RehearsedRequest {
  const lines = changed.flatMap(({ field, old, new: value }) => [
    ...(old === undefined ? [] : [{ sign: '-' as const, text: line(field, old) }]),
    { sign: '+' as const, text: line(field, value) },
  ]);
  if (note !== undefined) return { type, lines, note };
  if (lines.length > 0) return { type, lines };
  return {
    type,
    lines,
    note: resource ? 'nothing would be another' : clipped(JSON.stringify(params)),
  };
}

const line = (field: string, value: unknown): string =>
  `${field} = ${clipped(JSON.stringify(value))}`;

const clipped = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;

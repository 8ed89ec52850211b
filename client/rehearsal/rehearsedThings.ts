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
    const title = titleOf(change);
    const known = things.get(title);
    const resource = change.resource && {
      ...change.resource,
      before: known?.resource ? known.resource.before : change.resource.before,
    };
    things.set(title, {
      key: title,
      title,
      requests: [...(known?.requests ?? []), requestOf(change)],
      canCompare: resource !== undefined,
      ...(resource && { resource }),
    });
  }
  return [...things.values()];
}

function titleOf({ resource, type, target, params }: WouldChange): string {
  if (resource) return `${resource.kind} ${resource.name}`;
  return target === undefined ? `${type} ${JSON.stringify(params)}` : `${type} ${target}`;
}

function requestOf({ type, route, resource, changed, params }: WouldChange): RehearsedRequest {
  if (route === 'execute') return { type, lines: [], note: 'would be executed' };
  if (!resource) return { type, lines: [], note: clipped(JSON.stringify(params)) };
  if (!resource.before) {
    const fields = Object.entries(resource.after);
    const lines = fields.map(([field, value]) => ({
      sign: '+' as const,
      text: line(field, value),
    }));
    return { type, lines, ...(lines.length === 0 && { note: 'would be created' }) };
  }
  const lines = changed.flatMap(({ field, old, new: value }) => [
    ...(old === undefined ? [] : [{ sign: '-' as const, text: line(field, old) }]),
    { sign: '+' as const, text: line(field, value) },
  ]);
  return { type, lines, ...(lines.length === 0 && { note: 'nothing would be another' }) };
}

const line = (field: string, value: unknown): string =>
  `${field} = ${clipped(JSON.stringify(value))}`;

const clipped = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;

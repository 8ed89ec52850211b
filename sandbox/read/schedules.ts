/** ListSchedules: the Procedures and Actions that have one. */
import type { Core } from '../core.ts';
import type { Resource } from '../store/resources.ts';
import { byBytes } from '../store/resources.ts';
import type { Reads } from './index.ts';
import { pageOf, sortedBy } from './page.ts';
import { hasTerms, tagTest } from './query.ts';
import { lastRun } from './states.ts';
import { textOf } from '../json/tree.ts';

const kinds = ['Procedure', 'Action'] as const;

function scheduleOf(core: Core, kind: (typeof kinds)[number], resource: Resource) {
  const { _id, name, tags, config } = resource;
  const { next_scheduled_run, schedule_error } = core.schedules.of(resource);
  return {
    target: { type: kind, id: _id.$oid },
    name,
    schedule_format: textOf(config.schedule_format),
    schedule: textOf(config.schedule),
    enabled: config.schedule_enabled === true,
    schedule_timezone: textOf(config.schedule_timezone),
    last_run_at: lastRun(core, kind, resource),
    next_scheduled_run,
    schedule_error,
    tags,
  };
}
type Entry = ReturnType<typeof scheduleOf>;

const orders: Readonly<Record<string, (a: Entry, b: Entry) => number>> = {
  Name: (a, b) => byBytes(a.name, b.name),
  Schedule: (a, b) => byBytes(a.schedule, b.schedule),
  // What never runs comes last.
  NextRun: (a, b) => (a.next_scheduled_run ?? Infinity) - (b.next_scheduled_run ?? Infinity) || 0,
  Enabled: (a, b) => Number(b.enabled) - Number(a.enabled),
};

export const scheduleReads: Reads = {
  ListSchedules(core, { tags, tag_behavior, terms, page, limit, sort_by, sort_desc }) {
    const hasTags = tagTest(core, tags ?? [], tag_behavior ?? 'All');
    const entries = kinds
      .flatMap((kind) => core.resources.list(kind).map((resource) => ({ kind, resource })))
      .filter(({ resource }) => resource.config.schedule !== '' && hasTags(resource.tags))
      .filter(({ resource }) => hasTerms(resource.name, terms ?? []))
      .map(({ kind, resource }) => scheduleOf(core, kind, resource))
      .sort((a, b) => byBytes(a.name, b.name));
    return pageOf(sortedBy(entries, orders[sort_by ?? 'Name']!, sort_desc), page, limit);
  },
};

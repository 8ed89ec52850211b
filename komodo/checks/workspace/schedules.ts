import { scheduleOf, similarNames, type ScheduleNode } from '../../resources/index.ts';
import {
  checkSchedule,
  type CheckedSchedule,
  type ScheduleFinding,
} from '../../schedules/index.ts';
import { placeWithin, type Place, type TomlDocument } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { WorkspaceRule } from '../rule.ts';
import { rescheduling } from '../scheduleMends.ts';

/** Schedules that Core refuses, never runs, or runs at other times than they say. */
export const schedules: WorkspaceRule = (resource, toml, { names, now }) => {
  const node = scheduleOf(resource);
  return node ? findingsOn(node, toml, now, names.core?.timezone) : [];
};

function findingsOn(
  node: ScheduleNode,
  toml: TomlDocument,
  now: Date,
  coreTimezone: string | undefined,
): readonly Finding[] {
  const { text, format, timezone, enabled } = node;
  if (node.hasWrongFormat || hasPlaceholder(text.text) || hasPlaceholder(timezone)) return [];
  const schedule = { schedule: text.text, format, timezone, coreTimezone, enabled };
  return checkedOnce(schedule, now).map((finding) => placed(finding, node, toml));
}

/** The same schedule is asked for after every key that is typed elsewhere in its block, and stands in many files. */
function checkedOnce(schedule: CheckedSchedule, now: Date): readonly ScheduleFinding[] {
  const key = JSON.stringify([schedule, now.toDateString()]);
  let found = checked.get(key);
  if (!found) {
    if (checked.size >= MOST) checked.clear();
    found = checkSchedule(schedule, now, similarNames);
    checked.set(key, found);
  }
  return found;
}

const MOST = 500;
const checked = new Map<string, readonly ScheduleFinding[]>();

function placed(found: ScheduleFinding, node: ScheduleNode, toml: TomlDocument): Finding {
  const { code, class: kind, message, fixes } = found;
  return {
    code,
    class: kind,
    message,
    place: placeOf(found, node, toml),
    get mends() {
      return fixes.flatMap((fix) => rescheduling(node, fix, toml));
    },
  };
}

function placeOf({ part, span }: ScheduleFinding, node: ScheduleNode, toml: TomlDocument): Place {
  const text = node.text.place;
  switch (part) {
    case 'schedule':
      return span ? placeWithin(toml, text, span) : text;
    case 'format':
      return node.formatPlace ?? text;
    case 'timezone':
      return node.timezonePlace ?? text;
    case 'enabled':
      return node.enabledPlace ?? text;
  }
}

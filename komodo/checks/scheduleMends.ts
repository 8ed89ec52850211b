/** Mends that write another schedule. */
import type { ScheduleNode } from '../resources/index.ts';
import type { ScheduleFix } from '../schedules/index.ts';
import {
  nodesAt,
  quotedFor,
  spanOf,
  type Notation,
  type PairNode,
  type Place,
  type TomlDocument,
} from '../toml/index.ts';
import type { Mend } from './finding.ts';

type Edit = Mend['edits'][number];

/** Writes only what changes; a key that is missing is put before the schedule. Nothing where a string cannot hold it. */
export function rescheduling(
  node: ScheduleNode,
  { title, schedule, format, timezone, enabled }: ScheduleFix,
  toml: TomlDocument,
): Mend[] {
  const { text, formatPlace, timezonePlace, enabledPlace } = node;
  const edits: (Edit | undefined)[] = [];
  if (schedule !== undefined && schedule !== text.text)
    edits.push(quotedAt(text.place, schedule, toml));
  if (format !== undefined && format !== node.format)
    edits.push(
      formatPlace
        ? quotedAt(formatPlace, format, toml)
        : adding('schedule_format', format, text.place, toml),
    );
  if (timezone !== undefined)
    edits.push(
      timezonePlace
        ? quotedAt(timezonePlace, timezone, toml)
        : adding('schedule_timezone', timezone, text.place, toml),
    );
  if (enabled !== undefined && enabledPlace)
    edits.push({ place: enabledPlace, text: String(enabled) });
  return edits.length > 0 && edits.every((edit) => edit !== undefined) ? [{ title, edits }] : [];
}

/** Another value for a string, with its quotes where they can hold it. */
function quotedAt(place: Place, value: string, toml: TomlDocument): Edit | undefined {
  const span = spanOf(toml, place);
  const [quote] = /^(?:"""|'''|"|')/.exec(toml.text.slice(span.start, span.end)) ?? [];
  const text = quotedFor(toml, span, value, quote as Notation | undefined);
  return text === undefined ? undefined : { place, text };
}

/** A pair before the one whose value stands at a place, with a key that begins alike. */
function adding(name: string, value: string, before: Place, toml: TomlDocument): Edit | undefined {
  const { block, start: base, nodes } = nodesAt(toml, spanOf(toml, before).start);
  const at = nodes.findLastIndex((node) => 'kind' in node && node.kind === 'pair');
  const pair = nodes[at] as PairNode | undefined;
  if (!pair) return undefined;
  const { key, start } = pair;
  const prefix = toml.text.slice(base + key.start, base + key.parts.at(-1)!.start);
  const isInline = nodes
    .slice(0, at)
    .some((node) => 'kind' in node && node.kind === 'inline-table');
  const indent = /[ \t]*$/.exec(toml.text.slice(0, base + start))?.[0] ?? '';
  const eol = toml.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    place: { block, start, end: start },
    text: `${prefix}${name} = "${value}"${isInline ? ', ' : `${eol}${indent}`}`,
  };
}

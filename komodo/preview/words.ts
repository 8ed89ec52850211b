/** Previews as sentences. */
import type { ResourceKind } from '../inventory/inventory.ts';
import type { ScheduleFinding } from '../schedules/index.ts';
import { momentInWords } from './moment.ts';
import type { PatternPreview } from './patternPreview.ts';
import type { RunsPreview } from './schedulePreview.ts';

/** `Picks 3 of 12 stacks`, or that Core refuses it and why. */
export function pickedInWords({ kind, mode, picked, others, problem }: PatternPreview): string {
  if (problem !== undefined) return `${refusedInWords(mode)}: ${problem}`;
  return `Picks ${picked.length} of ${counted(picked.length + others.length, kind)}`;
}

/** "Core refuses this pattern …" and when that is. */
export function refusedInWords(mode: PatternPreview['mode']): string {
  return mode === 'batch'
    ? 'Core refuses this pattern when it runs'
    : 'Core refuses this pattern, and the whole sync with it';
}

/** `3 stacks`, `1 resource sync`. */
export function counted(count: number, kind: ResourceKind): string {
  const one = kind.replace('_', ' ');
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

/**
 * Why Core never runs a schedule: in words of ours, which say what to write, where there are any, and in Core's own unless
 * those have them.
 * @param problem Core's words
 * @param remarks what is to be said of the schedule
 */
export function refusalInWords(
  problem: string,
  remarks: readonly ScheduleFinding[],
): readonly string[] {
  const known = remarks.find((remark) => remark.class === 'fails')?.message;
  if (known === undefined) return [`Core never runs it: ${problem}`];
  return known.includes(problem) ? [known] : [known, problem];
}

/** The runs, one a line; at the end why there are no more, where that is so. */
export function runsInWords({ runs, end }: RunsPreview): readonly string[] {
  const lines = runs.map(({ there, here }) => momentInWords(there, here));
  return end === undefined ? lines : [...lines, `then no more: ${end}`];
}

/**
 * In whose zone the times are.
 * @param given who says so where the schedule itself names the zone: `the file`
 * @param core what the Core is called whose own zone would hold otherwise; undefined where none is known
 */
export function zoneInWords(
  { timezone, timezoneFrom }: RunsPreview,
  given: string,
  core: string | undefined,
): string {
  switch (timezoneFrom) {
    case 'schedule':
      return `In ${timezone}, as ${given} says.`;
    case 'core':
      return `In ${timezone}, the time zone of ${core ?? 'Core'}.`;
    case 'assumed':
      return core === undefined
        ? 'No time zone is given, so that of Core holds; the times are for UTC.'
        : `${core} has no time zone set; the times are for UTC, and its host may have another.`;
  }
}

import { scheduleOf, type ScheduleNode } from '../../komodo/resources/index.ts';
import {
  nextRuns,
  readSchedule,
  scheduleInWords,
  type Schedule,
} from '../../komodo/schedules/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Context } from './context.ts';
import { code, list, paragraphs } from './markdown.ts';

const RUNS = 5;

/** Markdown on the schedule whose text, format or zone begins at an offset: what it means and when it runs next. */
export function scheduleHover(
  document: Document,
  offset: number,
  context: Context,
): string | undefined {
  const schedule = document
    .resources(context.schema)
    .resources.map(scheduleOf)
    .find((node) => placesOf(node).some((place) => document.spanOf(place).start === offset));
  return schedule && inMarkdown(schedule, context);
}

function placesOf(node: ScheduleNode | undefined) {
  if (!node) return [];
  return [node.text.place, node.formatPlace, node.timezonePlace].filter(
    (place) => place !== undefined,
  );
}

function inMarkdown({ text, format, timezone, enabled }: ScheduleNode, context: Context): string {
  const coreTimezone = context.core?.timezone;
  const schedule = readSchedule({ schedule: text.text, format, timezone, coreTimezone });
  switch (schedule.kind) {
    case 'unscheduled':
      return 'Runs only when it is started.';
    case 'problem': {
      const made =
        schedule.expression === undefined ? undefined : `Cron: ${code(schedule.expression)}`;
      return paragraphs(`Core never runs it: ${schedule.chain.join(': ')}`, made);
    }
    case 'schedule':
      return paragraphs(
        enabled ? undefined : `${code('schedule_enabled = false')}: it does not run by itself.`,
        scheduleInWords(schedule) && `**${scheduleInWords(schedule)!}**`,
        format === 'English' ? `Cron: ${code(schedule.expression)}` : undefined,
        runsInWords(schedule, context),
        zoneInWords(schedule, context),
      );
  }
}

function runsInWords(schedule: Schedule, { now, localTimezone }: Context): string {
  const { runs, chain } = nextRuns(schedule, now, RUNS);
  const inZone = momentIn(schedule.timezone);
  const here = momentIn(localTimezone);
  const lines = runs.map((run) => {
    const [there, local] = [inZone(run), here(run)];
    if (there.day === local.day && there.hour === local.hour) return `${there.day}, ${there.hour}`;
    const otherDay = there.day === local.day ? '' : `${local.day}, `;
    return `${there.day}, ${there.hour} · ${otherDay}${local.hour} here`;
  });
  if (chain) lines.push(`then no more: ${chain.join(': ')}`);
  return paragraphs('Next runs:', list(lines));
}

interface WrittenMoment {
  /** `Tue 24 Nov 2026` */
  readonly day: string;
  /** `03:00 CET`; the seconds only where they are not 0. */
  readonly hour: string;
}

function momentIn(timezone: string): (moment: Date) => WrittenMoment {
  const format = (options: Intl.DateTimeFormatOptions) => {
    try {
      return new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...options });
    } catch {
      // Core knows some old names that JavaScript does not.
      return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
    }
  };
  const day = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const toMinute = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  const [minute, second] = [format(toMinute), format({ ...toMinute, second: '2-digit' })];
  return (moment) => ({
    day: day.format(moment).replace(',', ''),
    hour: (moment.getUTCSeconds() === 0 ? minute : second).format(moment),
  });
}

function zoneInWords({ timezone, timezoneFrom }: Schedule, { core }: Context): string {
  switch (timezoneFrom) {
    case 'schedule':
      return `_In ${timezone}, as the file says._`;
    case 'core':
      return `_In ${timezone}, the time zone of ${core?.label ?? 'Core'}._`;
    case 'assumed':
      return core
        ? `_${core.label} has no time zone set; the times are for UTC, and its host may have another._`
        : '_No time zone is given, so that of Core holds; the times are for UTC._';
  }
}

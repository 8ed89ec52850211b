/** When something would run by itself: what hovers, the preview panel and the command line say of a schedule. */
import { nextRuns, readSchedule, scheduleInWords } from '../schedules/index.ts';
import type { Schedule, ScheduleText } from '../schedules/index.ts';
import { momentIn, type WrittenMoment } from './moment.ts';

/** One run, by the clocks of the schedule's zone and by those of whoever reads it. */
export interface PreviewedRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly there: WrittenMoment;
  readonly here: WrittenMoment;
}

export interface RunsPreview {
  readonly state: 'runs';
  /** What it means: `At 03:00, only on Monday`; left out where there are no words for it. */
  readonly words?: string;
  /** The cron expression that Core goes by: as written, or what English becomes. */
  readonly cron: string;
  readonly timezone: string;
  /** Who named the zone; `assumed` where nobody did and UTC stands in for that of Core's host. */
  readonly timezoneFrom: Schedule['timezoneFrom'];
  readonly runs: readonly PreviewedRun[];
  /** Why there are no more than these, in Core's words. */
  readonly end?: string;
}

/** Plain data, so that it can be sent. `unscheduled`: there is no text, so nothing runs by itself. */
export type SchedulePreview =
  | { readonly state: 'unscheduled' }
  | {
      readonly state: 'problem';
      /** Which field Core can't read. */
      readonly about: 'schedule' | 'timezone';
      /** Core's words. */
      readonly problem: string;
      /** What English becomes, where that is the trouble. */
      readonly cron?: string;
    }
  | RunsPreview;

/**
 * @param after the runs are those after this moment
 * @param count how many
 * @param localTimezone name of the zone of whoever reads it
 */
export function previewSchedule(
  text: ScheduleText,
  after: Date,
  count: number,
  localTimezone: string,
): SchedulePreview {
  const schedule = readSchedule(text);
  if (schedule.kind === 'unscheduled') return { state: 'unscheduled' };
  if (schedule.kind === 'problem') {
    const { about, chain, expression } = schedule;
    const cron = expression === undefined ? {} : { cron: expression };
    return { state: 'problem', about, problem: chain.join(': '), ...cron };
  }
  const words = scheduleInWords(schedule);
  const { runs, chain } = nextRuns(schedule, after, count);
  const [there, here] = [momentIn(schedule.timezone), momentIn(localTimezone)];
  return {
    state: 'runs',
    ...(words !== undefined && { words }),
    cron: schedule.expression,
    timezone: schedule.timezone,
    timezoneFrom: schedule.timezoneFrom,
    runs: runs.map((run) => ({ at: run.getTime(), there: there(run), here: here(run) })),
    ...(chain && { end: chain.join(': ') }),
  };
}

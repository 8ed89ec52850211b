/** When scheduled Procedures and Actions run next, or why they never do. The sandbox only says so: it starts none. */
import { nextRuns, readSchedule } from '../../komodo/schedules/index.ts';
import type { ScheduleFormat } from '../../komodo/schedules/index.ts';
import type { Clock } from '../clock.ts';
import { errorText } from '../engine/log.ts';
import type { Resource } from './resources.ts';
import { textOf } from '../json/tree.ts';

export interface NextRun {
  /** Milliseconds since 1970. */
  readonly next_scheduled_run: number | null;
  /** With Core's HTML spans. */
  readonly schedule_error: string | null;
}

interface Known extends NextRun {
  /** What it was reckoned from. */
  readonly key: string;
}

/** The zone of schedules that name none. */
export const coreTimezone = 'Etc/UTC';

export class Schedules {
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Reckoned when the schedule changes and when its moment has passed, so the milliseconds stay, as with Core. */
  of({ _id, config }: Resource): NextRun {
    const { schedule, schedule_format, schedule_timezone, schedule_enabled } = config;
    const fields = [schedule, schedule_format, schedule_timezone, schedule_enabled];
    const key = JSON.stringify(fields);
    const known = this.#known.get(_id.$oid);
    const passed = (known?.next_scheduled_run ?? Infinity) <= this.#clock.now();
    if (known?.key === key && !passed) return known;
    const next = { key, ...this.#reckon(config) };
    this.#known.set(_id.$oid, next);
    return next;
  }

  #reckon(config: Resource['config']): NextRun {
    const none = { next_scheduled_run: null, schedule_error: null };
    if (config.schedule_enabled !== true) return none;
    const schedule = readSchedule({
      schedule: textOf(config.schedule),
      format: config.schedule_format as ScheduleFormat,
      timezone: textOf(config.schedule_timezone),
      coreTimezone,
    });
    if (schedule.kind === 'unscheduled') return none;
    if (schedule.kind === 'problem') return { ...none, schedule_error: errorText(schedule.chain) };
    const now = this.#clock.now();
    const { runs, chain = [] } = nextRuns(schedule, new Date(now), 1);
    const [run] = runs;
    if (!run) return { ...none, schedule_error: errorText(chain) };
    return { ...none, next_scheduled_run: run.getTime() + (now % 1000) };
  }
}

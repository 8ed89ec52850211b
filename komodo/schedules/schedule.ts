/** A schedule as Core takes it from a Procedure or Action: what it becomes, and when it runs next. */
import { readCron } from './cron/cron.ts';
import type { Cron } from './cron/cron.ts';
import { CronError } from './cron/error.ts';
import { nextRun } from './cron/next.ts';
import { englishToCron } from './english/english-to-cron.ts';
import { EnglishError } from './english/error.ts';
import { isZoneName } from './zone-names.ts';
import { zoneOf } from './zone.ts';

export type ScheduleFormat = 'English' | 'Cron';

/** The fields of a resource that make its schedule. */
export interface ScheduleText {
  readonly schedule: string;
  readonly format: ScheduleFormat;
  /** A name of IANA's; empty or left out for that of Core. */
  readonly timezone?: string | undefined;
  /** Core's own setting, where it is known. Core without one goes by its host, for which we take UTC. */
  readonly coreTimezone?: string | undefined;
}

export interface Schedule {
  readonly kind: 'schedule';
  /** The expression that Core goes by: as written, or made from English. */
  readonly expression: string;
  readonly cron: Cron;
  /** The zone it runs in, and who named it. */
  readonly timezone: string;
  readonly timezoneFrom: 'schedule' | 'core' | 'assumed';
}

/** Core does not run it, and says why: an error and its causes, outermost first. */
export interface ScheduleProblem {
  readonly kind: 'problem';
  /** Which field is to blame. */
  readonly about: 'schedule' | 'timezone';
  readonly chain: readonly string[];
  /** The expression, unless it is the very text that cannot be read. */
  readonly expression?: string;
}

/** Without a text there is nothing to run, which is fine. */
export interface Unscheduled {
  readonly kind: 'unscheduled';
}

export function readSchedule(text: ScheduleText): Schedule | ScheduleProblem | Unscheduled {
  if (text.schedule === '') return { kind: 'unscheduled' };
  let expression: string | undefined;
  try {
    expression = expressionOf(text);
    const cron = readCron(expression);
    const [timezone, timezoneFrom] = zoneNameOf(text);
    if (!isZoneName(timezone))
      return {
        kind: 'problem',
        about: 'timezone',
        chain: ['Failed to parse timezone', 'failed to parse timezone'],
        expression,
      };
    return { kind: 'schedule', expression, cron, timezone, timezoneFrom };
  } catch (error) {
    if (error instanceof EnglishError)
      return problem([`Failed to parse english to cron | ${error.message}`]);
    if (!(error instanceof CronError)) throw error;
    if (text.format === 'Cron') return problem(['Invalid CRON schedule', error.message]);
    const context = `English expression produced invalid CRON schedule | produced: ${expression!}`;
    return problem([context, error.message], expression);
  }
}

function problem(chain: readonly string[], expression?: string): ScheduleProblem {
  return {
    kind: 'problem',
    about: 'schedule',
    chain,
    ...(expression !== undefined && { expression }),
  };
}

/** Core leaves out the year that comes of English. */
function expressionOf({ schedule, format }: ScheduleText): string {
  if (format === 'Cron') return schedule;
  return englishToCron(schedule).split(' ').slice(0, 6).join(' ');
}

function zoneNameOf({ timezone, coreTimezone }: ScheduleText): [string, Schedule['timezoneFrom']] {
  if (timezone) return [timezone, 'schedule'];
  if (coreTimezone) return [coreTimezone, 'core'];
  return ['UTC', 'assumed'];
}

export interface NextRuns {
  /** In the order in which Core would run them, to the second. */
  readonly runs: readonly Date[];
  /** Why there are fewer than asked for: the error and its causes. */
  readonly chain?: readonly string[];
}

/** The next `count` runs after a moment. Around a change of clocks one can be before the one it follows, as with Core. */
export function nextRuns(schedule: Schedule, after: Date, count: number): NextRuns {
  const zone = zoneOf(schedule.timezone);
  const runs: Date[] = [];
  let moment = Math.floor(after.getTime() / 1000);
  while (runs.length < count) {
    try {
      moment = nextRun(schedule.cron, moment, zone);
    } catch (error) {
      if (!(error instanceof CronError)) throw error;
      return { runs, chain: ['Failed to find next run time', error.message] };
    }
    runs.push(new Date(moment * 1000));
  }
  return { runs };
}

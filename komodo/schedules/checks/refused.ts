/** Schedules that Core takes and never runs, for it cannot read them or no day fits. */
import { readCron } from '../cron/cron.ts';
import type { Cron } from '../cron/cron.ts';
import { hasPlain } from '../cron/field.ts';
import { comesEver } from '../cron/match.ts';
import { cronOf } from '../meaning/englishOf.ts';
import { daysInWords } from '../meaning/daysInWords.ts';
import { runsInWords } from '../meaning/inWords.ts';
import { valuesOf } from '../meaning/values.ts';
import { nextRuns } from '../schedule.ts';
import type { Schedule, ScheduleProblem } from '../schedule.ts';
import type { Sense } from '../sense/sense.ts';
import { cronMends, fieldsOf, looksLikeCron } from './cronMends.ts';
import type { CheckedSchedule, ScheduleFinding, ScheduleFix } from './finding.ts';
import { meaningOf, meantBy } from './says.ts';
import { adviceFor, fixesFor } from './suggestions.ts';

/** A schedule that Core cannot read. */
export function checkRefused(
  { schedule, format }: CheckedSchedule,
  problem: ScheduleProblem,
  sense: Sense | undefined,
  now: Date,
): ScheduleFinding {
  const why = problem.chain.join(': ');
  if (format === 'English') return refusedEnglish(schedule, why, sense, now);
  if (fieldsOf(schedule).length === 5 && looksLikeCron(schedule)) return fiveFields(schedule);
  return englishAsCron(schedule, why, sense, now) ?? refusedCron(schedule, why);
}

function refusedEnglish(
  schedule: string,
  why: string,
  sense: Sense | undefined,
  now: Date,
): ScheduleFinding {
  if (/^(?:never|none|off|no|disabled|manual|manually|n\/a|-)$/i.test(schedule.trim()))
    return refused(why, ' Leave the schedule empty.', [
      { title: 'Leave the schedule empty', schedule: '' },
    ]);
  if (sense?.once) return refused(why, ' A schedule always repeats.', []);
  const meanings = (sense?.readings ?? []).map(meaningOf);
  const fixes = fixesFor(meanings, now);
  return refused(why, adviceFor(meanings, fixes), fixes);
}

function refused(why: string, advice: string, fixes: readonly ScheduleFix[]): ScheduleFinding {
  return {
    code: 'schedule-refused',
    class: 'fails',
    message: `Core never runs this: ${sentence(why)}${advice}`,
    part: 'schedule',
    fixes,
  };
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function refusedCron(schedule: string, why: string): ScheduleFinding {
  const fixes = cronMends(schedule).map(asFix);
  return refused(why, adviceOf(fixes), fixes);
}

function fiveFields(schedule: string): ScheduleFinding {
  const fixes = cronMends(schedule).map(asFix);
  return {
    code: 'schedule-five-fields',
    class: 'fails',
    message: `Core never runs this: its cron has six fields, the seconds first.${adviceOf(fixes)}`,
    part: 'schedule',
    fixes,
  };
}

export function asFix(expression: string): ScheduleFix & { readonly schedule: string } {
  return {
    title: `Write \`${expression}\` (${runsInWords([readCron(expression)])})`,
    schedule: expression,
    format: 'Cron',
  };
}

export function adviceOf([first]: readonly ScheduleFix[]): string {
  return first?.schedule === undefined ? '' : ` Write \`${first.schedule}\`.`;
}

/** English where `schedule_format` says Cron. */
function englishAsCron(
  schedule: string,
  why: string,
  sense: Sense | undefined,
  now: Date,
): ScheduleFinding | undefined {
  if (looksLikeCron(schedule)) return undefined;
  const meanings = (sense?.readings ?? []).map(meaningOf);
  const expression = cronOf(schedule);
  if (meanings.length === 0 && expression === undefined) return undefined;
  const suggestions = fixesFor(meanings, now);
  const asItIs = expression !== undefined && meantBy(meanings, readCron(expression)) !== undefined;
  const setFormat = { title: 'Set the format to English', format: 'English' as const };
  const fixes = asItIs
    ? [setFormat, ...suggestions.filter(({ format }) => format === 'Cron')]
    : suggestions;
  const advice = asItIs ? ' Set `schedule_format` to English.' : adviceFor(meanings, fixes);
  return {
    code: 'schedule-english-as-cron',
    class: 'fails',
    message: `This is English, but the format is Cron, and Core never runs it: ${sentence(why)}${advice}`,
    part: 'schedule',
    fixes,
  };
}

/** A schedule that Core reads, and for which no day fits. */
export function checkNever(
  schedule: Schedule,
  english: Sense | undefined,
  now: Date,
): readonly ScheduleFinding[] {
  const { cron } = schedule;
  if (comesEver(cron) && hasPlain(cron.years, now.getUTCFullYear() + 1)) return [];
  const { chain } = nextRuns(schedule, now, 1);
  if (!chain) return [];
  const years = valuesOf(cron.years);
  const reason = !comesEver(cron)
    ? `there is no day that is ${daysInWords(cron) || 'meant'}`
    : `${years.at(-1)} is over`;
  const meant = english?.readings.map(meaningOf)[0]?.crons[0];
  const fixes = lastDays(meant ?? cron).map(asFix);
  return [
    {
      code: 'schedule-never',
      class: 'fails',
      message: `Core never runs this: ${reason}. (${chain.join(': ')})`,
      part: 'schedule',
      fixes,
    },
  ];
}

/** For a day that its months have not, their last day. */
function lastDays(cron: Cron): readonly string[] {
  const fields = cron.fields.slice(0, 6);
  const days = valuesOf(cron.days);
  if (days.length !== 1 || days[0]! < 29 || comesEver(cron)) return [];
  fields[3] = 'L';
  const expression = fields.join(' ');
  return comesEver(readCron(expression)) ? [expression] : [];
}

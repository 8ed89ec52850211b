/** Cron expressions that Core runs, which hardly do what they were written for; and such as stand under English. */
import type { Cron } from '../cron/cron.ts';
import { comesEver } from '../cron/match.ts';
import { runsInWords } from '../meaning/inWords.ts';
import { valuesOf } from '../meaning/values.ts';
import type { Schedule, ScheduleProblem } from '../schedule.ts';
import { cronMends, fieldsOf, tryCron } from './cronMends.ts';
import type { ScheduleFinding, ScheduleFix } from './finding.ts';
import { adviceOf, asFix } from './refused.ts';

/** Cron where `schedule_format` says English, or says nothing. */
export function checkCronAsEnglish(
  text: string,
  read: Schedule | ScheduleProblem,
): ScheduleFinding {
  const cron = tryCron(text);
  const fixes: ScheduleFix[] =
    cron && comesEver(cron)
      ? [{ title: `Set the format to Cron (${runsInWords([cron])})`, format: 'Cron' }]
      : cronMends(text).map(asFix);
  const runs =
    read.kind === 'schedule'
      ? `Core runs it ${runsInWords([read.cron])}`
      : `Core never runs it: ${read.chain.join(': ')}`;
  const [first] = fixes;
  const withFormat = first?.schedule === undefined ? '' : ` and write \`${first.schedule}\``;
  return {
    code: 'schedule-cron-as-english',
    class: read.kind === 'schedule' ? 'surprising' : 'fails',
    message: `This is cron, but the format is English, and ${runs}. Set \`schedule_format\` to Cron${withFormat}.`,
    part: 'schedule',
    fixes,
  };
}

/** @param text what the expression was read from */
export function checkCron(text: string, cron: Cron): readonly ScheduleFinding[] {
  return [...everySecond(text, cron), ...bothDays(cron)];
}

/** `* 0 3 * * *` is 60 runs. */
function everySecond(text: string, cron: Cron): readonly ScheduleFinding[] {
  const { fields, seconds, minutes } = cron;
  const isNarrowed = fields.slice(1, 6).some((field) => field !== '*');
  if (!isNarrowed || valuesOf(seconds).length < 60) return [];
  const [first = '', ...rest] = fieldsOf(text);
  const start = text.indexOf(first);
  const fixes = [asFix(['0', ...rest].join(' '))];
  if (valuesOf(minutes).length === 60) fixes.push(asFix(['0', '0', ...rest.slice(1)].join(' ')));
  return [
    {
      code: 'schedule-every-second',
      class: 'surprising',
      message: `The first field is the second, so Core runs this ${runsInWords([cron])}.${adviceOf(fixes)}`,
      part: 'schedule',
      span: { start, end: start + first.length },
      fixes,
    },
  ];
}

/** Elsewhere it is enough that one kind of day fits. A week of days with a weekday is meant so: its n-th of a month. */
function bothDays(cron: Cron): readonly ScheduleFinding[] {
  const [days, weekdays] = [cron.fields[3]!, cron.fields[5]!];
  const days7 = valuesOf(cron.days).length >= 7;
  if (days.startsWith('*') || weekdays.startsWith('*') || days7) return [];
  return [
    {
      code: 'schedule-both-days',
      class: 'style',
      message: `Core wants both kinds of day to fit and runs this ${runsInWords([cron])}; other crons run it on either.`,
      part: 'schedule',
      fixes: [],
    },
  ];
}

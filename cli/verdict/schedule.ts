/** `verdict schedule`: the cron a schedule becomes, and when it runs next. */
import { nextRuns, readSchedule } from '../../komodo/schedules/index.ts';
import { BadQuestion, choiceIn, countIn, textIn } from './question.ts';
import type { Question } from './question.ts';

/**
 * `{id, schedule, format?, timezone?, core_timezone?, after, count?}` → `{id, ok, error?, chain?, later_error?, cron?,
 * next?}`, in this order of keys; `unscheduled` for an empty schedule.
 *
 * @throws BadQuestion
 */
export function answerSchedule(question: Question): object {
  const text = {
    schedule: textIn(question, 'schedule'),
    format: choiceIn(question, 'format', ['English', 'Cron']),
    timezone: textIn(question, 'timezone', ''),
    coreTimezone: textIn(question, 'core_timezone', ''),
  };
  const after = momentOf(textIn(question, 'after'));
  const count = countIn(question, 'count', 3);
  const id = question.id ?? null;

  const schedule = readSchedule(text);
  if (schedule.kind === 'unscheduled') return { id, ok: true, unscheduled: true, next: [] };
  const cron = schedule.expression === undefined ? {} : { cron: schedule.expression };
  if (schedule.kind === 'problem') {
    const next = schedule.about === 'timezone' ? { next: [] } : {};
    return { id, ...refusal(schedule.chain), ...cron, ...next };
  }
  const { runs, chain } = nextRuns(schedule, after, count);
  const next = runs.map(inSeconds);
  if (!chain) return { id, ok: true, ...cron, next };
  if (next.length === 0) return { id, ...refusal(chain), ...cron, next };
  return { id, ok: true, later_error: chain.join(': '), ...cron, next };
}

function refusal(chain: readonly string[]) {
  return { ok: false, error: chain.join(': '), chain };
}

function inSeconds(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

const rfc3339 =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** A moment in RFC 3339, to the second. */
function momentOf(text: string): Date {
  const found = rfc3339.exec(text);
  if (!found) throw new BadQuestion('input contains invalid characters');
  const [, date, time, seconds, sign, hours = '0', minutes = '0'] = found;
  // A leap second counts as the one before it.
  const written = `${date!}T${time!}:${seconds === '60' ? '59' : seconds!}Z`;
  const local = new Date(written);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(local.getTime()) || inSeconds(local) !== written)
    throw new BadQuestion('input is out of range');
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(local.getTime() - (sign === '-' ? -offset : offset));
}

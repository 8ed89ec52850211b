/** `verdict schedule`: the cron a schedule becomes, and when it runs next. */
import { nextRuns, readSchedule } from '../../komodo/schedules/index.ts';
import type { ScheduleFormat } from '../../komodo/schedules/index.ts';
import type { Json } from '../../komodo/resources/index.ts';
import { BadQuestion, questionWith } from './question.ts';
import type { Verdict } from './question.ts';

const read = questionWith([
  { name: 'schedule', required: true, type: { kind: 'scalar', name: 'string' } },
  {
    name: 'format',
    required: false,
    type: { kind: 'ref', name: 'ScheduleFormat' },
    default: 'English',
  },
  { name: 'timezone', required: false, type: { kind: 'scalar', name: 'string' }, default: '' },
  { name: 'core_timezone', required: false, type: { kind: 'scalar', name: 'string' }, default: '' },
  { name: 'after', required: true, type: { kind: 'scalar', name: 'string' } },
  { name: 'count', required: false, type: { kind: 'scalar', name: 'u32' }, default: 3 },
]);

/** What Core makes of a schedule: `{ schedule, format?, timezone?, core_timezone?, after, count? }`. */
export function answerSchedule(question: Json): Verdict {
  const asked = read(question);
  const schedule = readSchedule({
    schedule: asked.get('schedule') as string,
    format: asked.get('format') as ScheduleFormat,
    timezone: asked.get('timezone') as string,
    coreTimezone: asked.get('core_timezone') as string,
  });
  const after = momentOf(asked.get('after') as string);
  if (schedule.kind === 'unscheduled') {
    return [
      ['ok', true],
      ['unscheduled', true],
      ['next', []],
    ];
  }
  const cron: Verdict = schedule.expression === undefined ? [] : [['cron', schedule.expression]];
  if (schedule.kind === 'problem') {
    const next: Verdict = schedule.about === 'timezone' ? [['next', []]] : [];
    return [...refusal(schedule.chain), ...cron, ...next];
  }
  const { runs, chain } = nextRuns(schedule, after, Number(asked.get('count')));
  const found: Verdict = [...cron, ['next', runs.map(inSeconds)]];
  if (!chain) return [['ok', true], ...found];
  if (runs.length === 0) return [...refusal(chain), ...found];
  return [['ok', true], ['later_error', chain.join(': ')], ...found];
}

function refusal(chain: readonly string[]): Verdict {
  return [
    ['ok', false],
    ['error', chain.join(': ')],
    ['chain', chain],
  ];
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

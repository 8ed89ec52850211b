/** Schedules to choose from, each with what it means and when it would run next. */
import { CompletionItemKind } from 'vscode-languageserver';
import { nextRunInWords, previewSchedule } from '../../komodo/preview/index.ts';
import { entriesOf, textOf, type Meaning } from '../../komodo/resources/index.ts';
import type { ScheduleFormat } from '../../komodo/schedules/index.ts';
import { literally, quoted, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';

/** What English does as it says in Core: most phrases that people think of become something else. */
export const englishSchedules: readonly string[] = [
  'Every day at 03:00',
  'Every day at 03:00 and 15:00',
  'Every monday at 03:00',
  'Every monday through friday at 03:00',
  'Every weekend at 03:00',
  'On the 1st day of the month at 03:00',
  'Every 6 hours',
  'Every hour',
  'Every 15 minutes',
];

/** Seconds come first. */
export const cronSchedules: readonly string[] = [
  '0 0 3 * * *',
  '0 0 3,15 * * *',
  '0 0 3 * * MON',
  '0 0 3 * * MON-FRI',
  '0 0 3 * * SAT,SUN',
  '0 0 3 1 * *',
  '0 0 */6 * * *',
  '0 0 * * * *',
  '0 */15 * * * *',
];

/**
 * In the format that stands beside the schedule. Where none does English is meant, and cron brings its format along.
 *
 * @param table that the schedule stands in
 * @param withFormat how a pair `schedule_format = "Cron"` goes on from the schedule; undefined where it can't
 */
export function schedules(
  table: Meaning,
  withFormat: string | undefined,
  context: Context,
): readonly Proposal[] {
  const entries = entriesOf(table);
  const format = textOf(entries.get('schedule_format')?.value)?.text;
  const timezone = textOf(entries.get('schedule_timezone')?.value)?.text ?? '';
  const english = englishSchedules.map((text) => proposal(text, 'English', timezone, context));
  const cron = cronSchedules.map((text) => proposal(text, 'Cron', timezone, context));
  if (format !== undefined) return format === 'Cron' ? cron : english;
  if (withFormat === undefined) return english;
  return [...english, ...cron.map((each) => ({ ...each, snippet: each.snippet + withFormat }))];
}

function proposal(
  schedule: string,
  format: ScheduleFormat,
  timezone: string,
  { core, now, localTimezone }: Context,
): Proposal {
  const text = { schedule, format, timezone, coreTimezone: core?.timezone };
  const preview = previewSchedule(text, now, 1, localTimezone);
  const [next] = preview.state === 'runs' ? preview.runs : [];
  const words = preview.state === 'runs' && format === 'Cron' ? preview.words : undefined;
  const detail = [words, next && nextRunInWords(next, now)].filter((part) => part !== undefined);
  return {
    label: schedule,
    kind: CompletionItemKind.Event,
    snippet: literally(quoted(schedule)),
    detail: detail.join('; '),
  };
}

/** A schedule in the other of Core's two formats, with the same runs. */
import { readCron, type Cron } from '../cron/cron.ts';
import { readSchedule, type ScheduleFormat, type ScheduleText } from '../schedule.ts';
import { isSameCron } from './alike.ts';
import { englishOf } from './englishOf.ts';

/**
 * Cron for English and English for cron, by which Core runs at exactly the same times, also where clocks change.
 * Undefined where Core refuses the schedule, or where there are no such words.
 */
export function inOtherFormat({
  schedule,
  format,
}: Pick<ScheduleText, 'schedule' | 'format'>):
  { readonly schedule: string; readonly format: ScheduleFormat } | undefined {
  const read = readSchedule({ schedule, format, timezone: 'UTC' });
  if (read.kind !== 'schedule') return undefined;
  if (format === 'English') return { schedule: plainCron(read.cron), format: 'Cron' };
  const english = englishOf(read.cron);
  return english === undefined ? undefined : { schedule: english, format: 'English' };
}

/** As people write it: Core's English comes to `0 0 3 1-31/1 * ? *` for `0 0 3 * * *`. */
function plainCron(cron: Cron): string {
  const plain = cron.fields.map((field) => field.replace(/^(?:\?|\*\/1)$/, '*'));
  const tried = [plain.slice(0, 6).join(' '), plain.join(' ')];
  return tried.find((text) => isSameCron(readCron(text), cron)) ?? cron.fields.join(' ');
}

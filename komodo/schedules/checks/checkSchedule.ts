/** What is to be said of a schedule: what Core refuses, never runs, or runs at other times than it says. */
import { readSchedule } from '../schedule.ts';
import { senseOf } from '../sense/sense.ts';
import { checkCron, checkCronAsEnglish } from './asCron.ts';
import { checkClockChanges } from './clockChanges.ts';
import { looksLikeCron } from './cronMends.ts';
import type { CheckedSchedule, ScheduleFinding } from './finding.ts';
import { checkMeaning } from './otherMeaning.ts';
import { checkNever, checkRefused } from './refused.ts';
import { checkUnknownZone, checkZoneInText } from './timezone.ts';
import type { Similar } from './timezone.ts';

/**
 * @param now years that are over, and changes of clocks that are a year away, do not count
 * @param similar for a zone that is misspelled
 */
export function checkSchedule(
  schedule: CheckedSchedule,
  now: Date,
  similar: Similar = () => [],
): readonly ScheduleFinding[] {
  if (schedule.schedule === '') return [];
  const found = findings(schedule, now, similar);
  if (schedule.enabled) return found;
  // What is not run cannot fail.
  return [...found.map((finding) => ({ ...finding, class: 'style' as const })), disabled];
}

const disabled: ScheduleFinding = {
  code: 'schedule-disabled',
  class: 'style',
  message: '`schedule_enabled = false`: this does not run by itself.',
  part: 'enabled',
  fixes: [{ title: 'Enable the schedule', enabled: true }],
};

function findings(
  schedule: CheckedSchedule,
  now: Date,
  similar: Similar,
): readonly ScheduleFinding[] {
  const { schedule: text, format } = schedule;
  const sense = senseOf(text);
  const read = readSchedule(schedule);
  const inZone =
    read.kind === 'problem' && read.about === 'timezone'
      ? readSchedule({ ...schedule, timezone: 'UTC' })
      : read;
  // Core finds the zone wrong only once it can read the rest.
  const ofZone = readSchedule({ ...schedule, schedule: '0 0 0 * * *', format: 'Cron' });
  const zone = ofZone.kind === 'problem' ? checkUnknownZone(schedule, ofZone, similar) : [];
  if (inZone.kind === 'unscheduled') return [];
  if (format === 'English' && looksLikeCron(text))
    return [checkCronAsEnglish(text, inZone), ...zone];
  if (inZone.kind === 'problem') return [checkRefused(schedule, inZone, sense, now), ...zone];
  const never = checkNever(inZone, format === 'English' ? sense : undefined, now);
  if (never.length > 0) return [...never, ...zone];
  const meaning =
    format === 'English'
      ? [...checkMeaning(text, sense, inZone.cron, now), ...checkZoneInText(schedule, sense)]
      : checkCron(text, inZone.cron);
  const isRight = zone.length === 0 && meaning.every((finding) => finding.class === 'style');
  return [...meaning, ...zone, ...(isRight ? checkClockChanges(inZone, now) : [])];
}

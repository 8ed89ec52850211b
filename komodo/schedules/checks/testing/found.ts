import { checkSchedule } from '../checkSchedule.ts';
import type { CheckedSchedule, ScheduleFinding } from '../finding.ts';

export const now = new Date('2026-11-28T12:00:00Z');

/** What is found in a schedule in English, or as its other fields say. */
export function found(
  schedule: string,
  fields: Partial<CheckedSchedule> = {},
): readonly ScheduleFinding[] {
  return checkSchedule({ schedule, format: 'English', enabled: true, ...fields }, now);
}

/** Each finding in a line: its class, its code, what it says, and the part of the text that it points at. */
export function lines(schedule: string, fields: Partial<CheckedSchedule> = {}): string[] {
  return found(schedule, fields).map(({ class: of, code, message, span }) => {
    const place = span ? ` @ ${schedule.slice(span.start, span.end)}` : '';
    return `${of} ${code}: ${message}${place}`;
  });
}

/** The quick fixes of the only finding. */
export function fixes(schedule: string, fields: Partial<CheckedSchedule> = {}): string[] {
  const all = found(schedule, fields);
  return all.length === 1 ? all[0]!.fixes.map((fix) => fix.title) : [`${all.length} findings`];
}

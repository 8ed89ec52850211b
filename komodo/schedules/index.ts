/** Schedules: English → cron, next runs, in words, and whether they do what they say. The clock is always a parameter. */
export { checkSchedule } from './checks/checkSchedule.ts';
export { looksLikeCron } from './checks/cronMends.ts';
export type {
  CheckedSchedule,
  ScheduleFinding,
  ScheduleFindingClass,
  ScheduleFindingCode,
  ScheduleFix,
} from './checks/finding.ts';
export { readCron } from './cron/cron.ts';
export { inOtherFormat } from './meaning/otherFormat.ts';
export { nextRuns, readSchedule } from './schedule.ts';
export type {
  NextRuns,
  Schedule,
  ScheduleFormat,
  ScheduleProblem,
  ScheduleText,
  Unscheduled,
} from './schedule.ts';
export { scheduleInWords } from './words.ts';
export { isZoneName, zoneNames } from './zone-names.ts';

/** Schedules: English → cron, next runs, in words. The clock is always a parameter. */
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

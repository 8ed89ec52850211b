/** What patterns pick and when schedules run, for people: plain data and words. The names and the clock are parameters. */
export { previewPattern } from './patternPreview.ts';
export type { PatternPreview, PickedName, PreviewedItem } from './patternPreview.ts';
export { momentIn, type WrittenMoment } from './moment.ts';
export { nextRunInWords } from './nextRun.ts';
export { previewSchedule } from './schedulePreview.ts';
export type { PreviewedRun, RunsPreview, SchedulePreview } from './schedulePreview.ts';
export { counted, pickedInWords, refusalInWords, runsInWords, zoneInWords } from './words.ts';

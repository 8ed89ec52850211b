export * from './run.ts';
export { isCancelled, runOf } from './runOf.ts';
export type { RunContext } from './runOf.ts';
export { plainText, styledText } from './styledText.ts';
export type { CoreLog, CoreUpdate, PlannedExecution, PlannedStage } from './update.ts';
export { failureReason } from './failureReason.ts';
export { followRun } from './runLines.ts';
export type { LineTone, RunFollower, RunLine } from './runLines.ts';

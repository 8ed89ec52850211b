/** Scripts of Actions, run here. */
export { NoDeno } from './denoProcess.ts';
export { rehearse } from './rehearse.ts';
export type { Rehearsal, RehearsalOptions } from './rehearse.ts';
export type { Changed, WouldChange } from './wouldChange.ts';

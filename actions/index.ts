/** Scripts of Actions, run here. */
export { NoDeno } from './denoProcess.ts';
export { libraryFile } from './library/file.ts';
export { rehearse } from './rehearse.ts';
export type { Rehearsal, RehearsalOptions } from './rehearse.ts';
export type { Changed, ChangedResource, Shown, WouldChange } from './wouldChange.ts';

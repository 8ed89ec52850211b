/** What a Core has stored, beside what resource files say. */
export { differencesBetween, valueInWords, type Difference } from './differences.ts';
export {
  storedResource,
  storedVariable,
  type NameOfId,
  type StoredResource,
} from './storedResource.ts';
export { fitOf, readSyncError, type SyncError } from './syncError.ts';
export { type BothSides, bothSides } from './bothSides.ts';
export { type BothStates, bothStates } from './bothStates.ts';

/** What a Core has stored, beside what resource files say. */
export { differencesBetween, valueInWords, type Difference } from './differences.ts';
export { storedResource, type NameOfId, type StoredResource } from './storedResource.ts';
export { fitOf, readSyncError, type SyncError } from './syncError.ts';
export { writtenValues } from './configs.ts';
export { storedToml, writtenToml } from './storedToml.ts';

/** Facts per Komodo version: `schemaFor('2.1.2')`. The documentation of fields is read by ./documentation.ts. */
export type * from './types.ts';
export { availability, type Availability } from './availability.ts';
export { headerKinds, kindOfField, kindsOf, type HeaderKind, type Kind } from './kinds.ts';
export { knownVersions, newestVersion, schemaFor } from './schema.ts';
export { compareVersions, isVersion } from './version.ts';

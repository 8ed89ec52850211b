/** What is wrong with a resource file, or will not do what it seems to. */
export { blockByBlock, check } from './check.ts';
export { type Code, codes, isCode } from './codes.ts';
export type { Elsewhere, Finding, LineRange, Mend } from './finding.ts';
export { ignoring } from './ignored.ts';
export {
  calledInComment,
  ignoredIn,
  ignores,
  ignoringInScript,
  isOfTypeScript,
  numberInComment,
  type Ignorable,
  type IgnoredInScript,
} from './ignoredInScript.ts';
export { picked } from './picks.ts';
export type { BlockRule, FileRule, NameRule, WorkspaceRule } from './rule.ts';
export { rescheduling } from './scheduleMends.ts';
export { servicesOfStack } from './stackServices.ts';
export {
  type CheckedFile,
  effectiveInventory,
  inWords,
  oneOf,
  hasName,
  isId,
  itemOf,
  itemsOf,
  type Names,
  type PlacedDefinition,
  type Surroundings,
  whereInWords,
} from './world.ts';

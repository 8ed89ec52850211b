/** The names in a resource file: those it defines and those it speaks of. */
export {
  actionArgsOf,
  defaultArgsOf,
  runsWithArgs,
  type ActionArgs,
  type GivenArg,
  type GivenValue,
} from './actionArgs.ts';
export { definitionOf, type Definition } from './definitions.ts';
export { factsOf, type ResourceFacts, type SyncFacts } from './facts.ts';
export {
  interpolatedVariables,
  isInterpolatedIn,
  skipsInterpolation,
  spacedVariablesIn,
  textsWithBrackets,
  variablesIn,
  type FieldText,
} from './interpolation.ts';
export { kindOfBatch, kindOfTarget, kindsNamedBy, kindsNamedLike, type NameKind } from './kinds.ts';
export { patternsOf, type WrittenPattern } from './patterns.ts';
export { permissionPatternsOf, pickersOf, type Picker } from './pickers.ts';
export { namesInCall, type InCall } from './scriptCalls.ts';
export { scriptOfFile } from '../actions/scriptFile.ts';
export { isResourceKind } from '../inventory/inventory.ts';
export { linkComment, scriptLinkOf, type ScriptLink } from './scriptLink.ts';
export { actionScriptOf, scriptNamesOf, type ScriptNames } from './scripts.ts';
export { servicesInCall, type ServicesInCall } from './scriptServices.ts';
export { serviceUsesOf, type ServiceUse } from './serviceUses.ts';
export { servicesOf, type Service } from './services.ts';
export { storedName, whyRefused } from './storedName.ts';
export { namedTargetsOf, type NamedTarget } from './targets.ts';
export { runsOn, terminalInCall, terminalInWords, type TerminalInCall } from './terminals.ts';
export { usesOf, type NameUse } from './uses.ts';

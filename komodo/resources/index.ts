/** Core's verdict on a resource file, and what stands in it. */
export { coreVerdict, errorWithExcerpt, type CoreVerdict } from './coreVerdict.ts';
export { corePosition, corePositionAt, type CorePosition } from './corePosition.ts';
export { compareBytes } from './fromToml.ts';
export { fromFact, isObject, type Json, type JsonObject, jsonText } from './json.ts';
export {
  type Container,
  containerOf,
  entriesOf,
  fileMeaning,
  itemMeaning,
  type Meaning,
  meaningOf,
  under,
  visitValues,
} from './meaning.ts';
export { perResource } from './perResource.ts';
export {
  isAboutToml,
  type Problem,
  type ProblemClass,
  type ProblemCode,
  type ProblemData,
} from './problem.ts';
export {
  type ExecutionNode,
  type ParamNode,
  paramsOf,
  type StageNode,
  stagesOf,
} from './procedure.ts';
export { millisecondsOf, type Rewrite } from './rewrite.ts';
export { readConfig, readExecution, readRequest, type RequestVerdict } from './readRequest.ts';
export { readResources, type Resources } from './readResources.ts';
export {
  configOf,
  findResources,
  flagOf,
  memberOf,
  type PlacedText,
  type ResourceNode,
  structNamed,
  tablesIn,
  textOf,
  textsOf,
} from './resource.ts';
export { type ScheduleNode, scheduleOf } from './schedule.ts';
export { type FoldedNames, foldedNames, nearestOf, similarNames } from './similarNames.ts';

/** Core's verdict on a resource file, and what stands in it. */
export { corePosition, type CorePosition, utf8Length } from './corePosition.ts';
export { isObject, type Json, type JsonObject, jsonText } from './json.ts';
export type { Problem, ProblemClass, ProblemCode, ProblemData } from './problem.ts';
export { readExecution, readRequest, type RequestVerdict } from './readRequest.ts';
export { readResources, type Resources } from './readResources.ts';
export {
  memberOf,
  type PlacedText,
  type ResourceNode,
  tablesIn,
  textOf,
  textsOf,
} from './resource.ts';

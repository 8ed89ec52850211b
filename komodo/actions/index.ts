/** Scripts of Actions. */
export { argsReadIn } from './argsRead.ts';
export { argsOfComment, exampleOf, typeOfArgs } from './argsAsType.ts';
export { argsComment } from './argsComment.ts';
export { callsIn } from './calls.ts';
export type { KomodoCall, ScriptCalls, ScriptText, ScriptValue } from './calls.ts';
export { EmbeddedScript, type TextChange } from './embedded.ts';
export { withoutPlaceholders, type Neutral } from './placeholders.ts';
export { actionTemplates, newActionBlock, type ActionTemplate } from './templates.ts';
export { asLiteral, literalOffsets } from './literal.ts';
export { fileOfScript, isMarked, scriptOfFile } from './scriptFile.ts';
export {
  placeIn,
  placesInFile,
  placesInString,
  type FilePlace,
  type ScriptPlaces,
} from './scriptPlaces.ts';
export { tokensAndComments } from './tokens.ts';

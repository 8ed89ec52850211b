/**
 * The regex engine with its WebAssembly, for every program that matches patterns: a file of a megabyte, so nothing but a
 * program's own files imports this. The build alone knows where that lies (`scripts/regexEngine.mts`); under tsx there
 * is `testing/engine.ts`.
 */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- for projects that reach this file alone
/// <reference path="./wasm.d.ts" />
import readWasm from '../../node_modules/rregex/lib/rregex.wasm?bytes';
import type { RegexEngine } from './regex-engine.ts';
import { rregexEngine } from './rregex.ts';

let engine: RegexEngine | undefined;

/** The engine; compiling it takes some ten milliseconds, so it is made when the first regex needs it. */
export const bundledEngine: RegexEngine = (regex, names) => {
  engine ??= rregexEngine(readWasm());
  return engine(regex, names);
};

/**
 * The regex engine with its WebAssembly inside the bundle, for every program that matches patterns: about 1.4 MB of
 * it, so nothing but a program's own files imports this. esbuild alone reads it (loader `binary`); under tsx there is
 * `testing/engine.ts`.
 */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- for projects that reach this file alone
/// <reference path="./wasm.d.ts" />
import wasm from '../../node_modules/rregex/lib/rregex.wasm?bytes';
import type { RegexEngine } from './regex-engine.ts';
import { rregexEngine } from './rregex.ts';

let engine: RegexEngine | undefined;

/** The engine; compiling it takes some ten milliseconds, so it is made when the first regex needs it. */
export const bundledEngine: RegexEngine = (regex, names) => {
  engine ??= rregexEngine(wasm);
  return engine(regex, names);
};

/** The regex engine made of the crate Core itself uses, as WebAssembly (npm's `rregex`). */
// Its package.json hides the web build, the only one that takes the bytes and so needs no disk.
import { initSync, RRegex } from '../../node_modules/rregex/lib/web.js';
import type { RegexEngine } from './regex-engine.ts';

/**
 * Makes the engine. It agrees with Core in everything but the heaviest regexes: compiled for 32 bits they are smaller, so
 * a few that pass Core's limit of 10 MiB stay below it here. The WebAssembly module is one for the whole program: the bytes count the first time.
 *
 * @param wasm contents of `rregex/lib/rregex.wasm`
 */
export function rregexEngine(wasm: Uint8Array): RegexEngine {
  initSync({ module: wasm });
  return (regex, names) => {
    let compiled: RRegex;
    try {
      compiled = new RRegex(regex);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
    const found = names.map((name) => compiled.isMatch(name));
    compiled.free();
    return { found };
  };
}

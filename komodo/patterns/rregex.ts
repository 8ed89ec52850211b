/**
 * The regex engine made of the crate Core itself uses, as WebAssembly: the module that npm's `rregex` 1.13.1 ships. Its
 * own wrapper keeps one instance for good, and that only grows: a quarter of a megabyte each time that `.*` is compiled,
 * half for `\w`, sixteen for a regex that is too big. So what is compiled is kept here with its instance, and both are
 * thrown away after a while, the same when it has trapped.
 */
import { TextDecoder, WebAssembly } from './platform.ts';
import type { WasmModule, WasmTable } from './platform.ts';
import type { RegexEngine, RegexVerdict } from './regex-engine.ts';
import { utf8 } from './utf8.ts';

/** In bytes; one call can go past it by what the heaviest regex takes. */
const memoryLimit = 8 * 2 ** 20;

/** What the module offers, as far as it is used. Texts are handed over as address and length, in UTF-8. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly __wbindgen_export_2: WasmTable;
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, alignment: number): number;
  /** The regex's address, or (where the third is 1) the place of an error among the values held. */
  rregex_new(text: number, length: number): readonly [number, number, number];
  /** The text is freed by it. */
  rregex_isMatch(regex: number, text: number, length: number): number;
}

/** The module at work. */
interface Instance {
  readonly exports: Exports;
  /** The address of each regex. */
  readonly compiled: Map<string, number>;
}

/**
 * Makes the engine. It agrees with Core in everything but the heaviest regexes: compiled for 32 bits they are smaller, so
 * a few that pass Core's limit of 10 MiB stay below it here.
 *
 * @param wasm contents of `rregex/lib/rregex.wasm`
 */
export function rregexEngine(wasm: Uint8Array): RegexEngine {
  const module = new WebAssembly.Module(wasm);
  let instance: Instance | undefined;
  return (regex, names) => {
    instance ??= { exports: instantiate(module), compiled: new Map() };
    try {
      const verdict = match(instance, regex, names);
      if (instance.exports.memory.buffer.byteLength > memoryLimit) instance = undefined;
      return verdict;
    } catch (error) {
      instance = undefined;
      return { error: `the regex engine failed: ${String(error)}` };
    }
  };
}

function match(
  { exports, compiled }: Instance,
  regex: string,
  names: readonly string[],
): RegexVerdict {
  let address = compiled.get(regex);
  if (address === undefined) {
    const [made, errorAt, failed] = exports.rregex_new(...handOver(exports, regex));
    if (failed) return { error: String(exports.__wbindgen_export_2.get(errorAt)) };
    compiled.set(regex, (address = made));
  }
  const at = address;
  const found = names.map((name) => exports.rregex_isMatch(at, ...handOver(exports, name)) !== 0);
  return { found };
}

function handOver(exports: Exports, text: string): [number, number] {
  const bytes = utf8(text);
  const address = exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(exports.memory.buffer).set(bytes, address);
  return [address, bytes.length];
}

function instantiate(module: WasmModule): Exports {
  const decoder = new TextDecoder();
  const textAt = (address: number, length: number) =>
    decoder.decode(new Uint8Array(exports.memory.buffer, address >>> 0, length));
  const known: Record<string, unknown> = {
    // The values the module can refer to: those it takes for granted come first.
    __wbindgen_init_externref_table: () => {
      const table = exports.__wbindgen_export_2;
      const first = table.grow(4);
      table.set(0, undefined);
      [undefined, null, true, false].forEach((value, place) => table.set(first + place, value));
    },
    __wbindgen_error_new: textAt,
    __wbindgen_throw: (address: number, length: number) => {
      throw new Error(textAt(address, length));
    },
  };
  // The others belong to functions that are not called.
  const unused = () => {
    throw new Error('unexpected import');
  };
  const imports = WebAssembly.Module.imports(module).map(
    ({ name }) => [name, known[name] ?? unused] as const,
  );
  const exports = new WebAssembly.Instance(module, { wbg: Object.fromEntries(imports) })
    .exports as Exports;
  exports.__wbindgen_start();
  return exports;
}

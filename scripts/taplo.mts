/**
 * What @taplo/lib ships is a script of 36 MB: WebAssembly as text, with the names of all functions. In our bundles it is
 * a file beside the program that uses it, without the names, and small.
 */
import type { Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const asset = 'taplo.wasm.br';

/** WebAssembly in base64 begins so. */
const beginning = '"AGFzbQ';

/** @param quality of the compression: 4 takes a second, 9 takes ten and is a sixth smaller. */
export function taploBeside(quality: number): Plugin {
  let compressed: Uint8Array | undefined;
  return {
    name: 'taplo beside the program',
    setup(build) {
      build.onLoad({ filter: /[\\/]@taplo[\\/]lib[\\/]dist[\\/]index\.js$/ }, ({ path }) => {
        const script = readFileSync(path, 'utf8');
        const { call, base64 } = wasmIn(script);
        if (call === '') throw new Error(`${path} holds its WebAssembly in another way.`);
        compressed ??= small(Buffer.from(base64, 'base64'), quality);
        const file = `require("node:path").join(__dirname, require(${JSON.stringify(asset)}))`;
        const read = `require("node:zlib").brotliDecompressSync(require("node:fs").readFileSync(${file}))`;
        return { contents: script.replace(call, () => read), loader: 'js' };
      });
      build.onResolve({ filter: new RegExp(`^${asset}$`) }, () => ({
        path: asset,
        namespace: 'taplo',
      }));
      build.onLoad({ filter: /.*/, namespace: 'taplo' }, () => ({
        contents: compressed!,
        loader: 'file',
      }));
    },
  };
}

/**
 * The call of the decoder, with its text; empty where there is none. Looked for without a regex over the text: it has
 * overflown the stack in a process that had done much before.
 */
function wasmIn(script: string): { readonly call: string; readonly base64: string } {
  const start = script.indexOf(beginning);
  const end = script.indexOf('"', start + 1);
  const [decoder] = /[\w$]+\($/.exec(script.slice(Math.max(start - 100, 0), start)) ?? [];
  if (start < 0 || decoder === undefined || script[end + 1] !== ')')
    return { call: '', base64: '' };
  return {
    call: script.slice(start - decoder.length, end + 2),
    base64: script.slice(start + 1, end),
  };
}

function small(wasm: Uint8Array, quality: number): Uint8Array {
  return brotliCompressSync(withoutCustomSections(wasm), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  });
}

/** A module begins with eight bytes; each section then is a number, its length, and that many bytes. */
function withoutCustomSections(wasm: Uint8Array): Uint8Array {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length;) {
    const [length, start] = lengthAt(wasm, at + 1);
    const isCustom = wasm[at] === 0;
    if (!isCustom) parts.push(wasm.subarray(at, start + length));
    at = start + length;
  }
  return Buffer.concat(parts);
}

/** Seven bits a byte, the lowest first; and where it ends. */
function lengthAt(wasm: Uint8Array, start: number): [number, number] {
  let length = 0;
  for (let at = start, shift = 0; ; at++, shift += 7) {
    const byte = wasm[at]!;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [length, at + 1];
  }
}

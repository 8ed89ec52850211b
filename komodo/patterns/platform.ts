/** What browsers and Node both have, and the types of ECMAScript alone do not tell of: only as much as is used here. */

export interface WasmTable {
  grow(by: number): number;
  get(index: number): unknown;
  set(index: number, value: unknown): void;
}

/** A compiled module. */
export type WasmModule = object;

interface Platform {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
  readonly WebAssembly: {
    readonly Module: {
      new (bytes: Uint8Array): WasmModule;
      imports(module: WasmModule): readonly { readonly module: string; readonly name: string }[];
    };
    readonly Instance: new (
      module: WasmModule,
      imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ) => { readonly exports: object };
  };
}

export const { TextDecoder, TextEncoder, WebAssembly } = globalThis as unknown as Platform;

// `?bytes` keeps TypeScript from taking the declarations of the module's exports, which lie beside it, for its type.
declare module '*.wasm?bytes' {
  const bytes: Uint8Array;
  export default bytes;
}

// `?bytes` keeps TypeScript from taking the declarations of the module's exports, which lie beside it, for its type.
declare module '*.wasm?bytes' {
  const readBytes: () => Uint8Array;
  export default readBytes;
}

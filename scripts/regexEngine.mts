/**
 * The regex engine's WebAssembly is a file of its own beside the programs that use it: they share it, and none of them
 * keeps the text that it would be in a script.
 */
import type { Plugin } from 'esbuild';

export const regexEngineBeside: Plugin = {
  name: 'the regex engine beside the programs',
  setup(build) {
    build.onLoad({ filter: /[\\/]rregex\.wasm$/ }, ({ path, suffix }) => {
      if (suffix !== '?bytes') return undefined;
      const file = `require("node:path").join(__dirname, require(${JSON.stringify(path)}))`;
      return {
        contents: `module.exports = () => require("node:fs").readFileSync(${file});`,
        loader: 'js',
      };
    });
  },
};

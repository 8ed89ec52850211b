import type { Plugin } from 'esbuild';

const namespace = 'without-semver';

/** What takes the place of the two functions of semver that vscode-languageclient calls. */
const contents: Record<string, string> = {
  parse: 'module.exports = (version) => ({ version, prerelease: [] });',
  satisfies: 'module.exports = () => true;',
};

/**
 * Bundles vscode-languageclient without semver, with which it looks whether VS Code is new enough: `engines.vscode` in
 * package.json asks for a newer one, and the client would be larger by 6 kB.
 */
export const withoutSemver: Plugin = {
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^semver\/functions\// }, ({ path, importer }) =>
      importer.includes('vscode-languageclient')
        ? { path: path.slice('semver/functions/'.length), namespace }
        : undefined,
    );
    build.onLoad({ filter: /^/, namespace }, ({ path }) => {
      const text = contents[path];
      return text === undefined
        ? { errors: [{ text: `vscode-languageclient calls semver's ${path} too` }] }
        : { contents: text };
    });
  },
};

import type { BuildOptions } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { regexEngineBeside } from './regexEngine.mts';
import { dist, root } from './root.mts';
import { taploBeside } from './taplo.mts';
import { typescriptBeside } from './typescript.mts';
import { withoutSemver } from './withoutSemver.mts';

const webviews = 'client/webviews';

/** What runs on Node: program → its first file. `dist/NAME.js` is what package.json and the client name. */
export const programs: Record<string, string> = {
  client: 'client/extension.ts',
  server: 'server/main.ts',
  formatter: 'server/formatter/main.ts',
  actions: 'server/actions/main.ts',
  rehearsing: 'client/rehearsal/rehearsing.ts',
  debugging: 'client/debug/debugging.ts',
  profiles: 'client/profiles/profileCommands.ts',
  transpiler: 'actions/transpiler.ts',
  sandbox: 'sandbox/main.ts',
  cli: 'cli/main.ts',
  verdict: 'cli/verdict/main.ts',
};

/** What runs in a panel: every folder of client/webviews that has a main.ts. */
function panels(): Record<string, string> {
  const folders = readdirSync(path.join(root, webviews), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(path.join(root, webviews, name, 'main.ts')));
  return Object.fromEntries(
    folders.map((name) => [`webviews/${name}`, `${webviews}/${name}/main.ts`]),
  );
}

/**
 * The bundles of dist/, for esbuild.
 * @param production minified and without source maps, as it is published
 */
export function bundles(production: boolean): BuildOptions[] {
  const common: BuildOptions = {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    minify: production,
    sourcemap: !production,
    metafile: true,
    logLevel: 'warning',
    loader: { '.wasm': 'file', '.ttf': 'file' },
  };
  return [
    {
      ...common,
      entryPoints: programs,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['vscode'],
      assetNames: '[name]',
      plugins: [
        regexEngineBeside,
        taploBeside(production ? 9 : 4),
        typescriptBeside(production),
        withoutSemver,
      ],
    },
    {
      ...common,
      entryPoints: panels(),
      platform: 'browser',
      target: 'es2022',
      assetNames: 'webviews/[name]',
      format: 'iife',
    },
    {
      ...common,
      // What scripts of Actions import when they are rehearsed.
      entryPoints: {
        komodoClient: 'actions/library/komodo2.ts',
        komodoClient1: 'actions/library/komodo1.ts',
      },
      platform: 'browser',
      target: 'es2022',
      format: 'esm',
    },
  ];
}

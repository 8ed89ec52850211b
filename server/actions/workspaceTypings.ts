/** The typings of a version as files, for whoever reads them from a disk. */
import { globals, modules } from './globals.ts';
import type { Typings } from './typings.ts';

/** Of the arguments of a run nobody knows more before it. */
const args = `/** The arguments of this run: those of the Action, and above them those of whoever runs it. */
declare const ARGS: Record<string, any>;
`;

const readMe = `# Typings for scripts of Komodo's Actions

Written by Komodo Procedures; written anew by its command "Set Up Action Typings".

- client/: komodo_client of npm, by the authors of Komodo, GPL-3.0. Where Komodo takes the values of an enum as plain
  strings, the strings are added.
- client/auth/: mogh_auth_client of npm, by the same authors.
- deno.d.ts: @types/deno of npm, by the authors of Deno, MIT.
- web.d.ts: a part of TypeScript's own lib.webworker.d.ts, by Microsoft, Apache-2.0.
- the rest: Komodo Procedures, GPL-3.0-or-later.
`;

/** What is the same for all versions of Komodo, by the name of the file: `deno.d.ts`. */
export function commonFiles({ common }: Pick<Typings, 'common'>): Readonly<Record<string, string>> {
  return {
    'README.md': readMe,
    'arguments.d.ts': args,
    'deno.d.ts': common['deno.d.ts']!,
    'modules.d.ts': modules,
    'web.d.ts': common['web.d.ts']!,
  };
}

/** The `komodo` client, and what a script finds around it, by the path of the file: `client/lib.d.ts`. */
export function clientFiles(
  client: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['globals.d.ts', globals],
    ...Object.entries(client).map(([name, text]) => [`client/${name}`, text] as const),
  ]);
}

/** Where the typings lie beside the scripts of a workspace. */
const IN_WORKSPACE = '.komodo';

/** As the editor of Core's own pages reads scripts; Core itself checks no types. */
const config = {
  compilerOptions: {
    target: 'ESNext',
    module: 'ESNext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    allowImportingTsExtensions: true,
    lib: ['ESNext'],
    types: [],
    strict: false,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['**/*.ts', `${IN_WORKSPACE}/**/*.d.ts`],
};

/**
 * All that a folder of scripts needs so that any editor knows what Core puts around them, by path.
 *
 * @param client the files of a version of the `komodo` client
 */
export function filesForWorkspace(
  typings: Pick<Typings, 'common'>,
  client: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const all = { ...commonFiles(typings), ...clientFiles(client) };
  return Object.fromEntries([
    ['tsconfig.json', `${JSON.stringify(config, undefined, 2)}\n`],
    ...Object.entries(all).map(([path, text]) => [`${IN_WORKSPACE}/${path}`, text] as const),
  ]);
}

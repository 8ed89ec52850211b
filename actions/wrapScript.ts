/** A script of an Action as a module that Deno can run here. */
import type { RunKey } from './interpolate.ts';

export interface Wrapping {
  /** What `ARGS` is in the script. */
  readonly args: unknown;
  /** Where the client's library and its API are. */
  readonly gateway: string;
  /** What the gateway knows the script by. */
  readonly key: RunKey;
  /** `YAML` and `TOML` come from jsr.io, as on Core, and not from the library. */
  readonly fromJsr?: boolean;
}

/** What stands before and behind a script. */
export interface Wrapper {
  readonly before: string;
  readonly after: string;
}

/** Of a script only the first line has something before it, so the lines that Deno tells of are its own. */
const before = 'const script = async () => {';

/**
 * The names that Core gives to a script, behind it: `komodo`, `Types`, `ARGS`, `YAML`, `TOML`. A `return` ends the script.
 */
export function wrapScript(script: string, wrapping: Wrapping): string {
  const lines = [
    '',
    ...ending(wrapping),
    'try {',
    '  await script();',
    '} catch (error) {',
    // Where Deno has the module is nobody's concern.
    "  if (error instanceof Error) error.stack = error.stack?.replaceAll(import.meta.url, 'script');",
    '  console.error(error);',
    '  Deno.exit(1);',
    '}',
  ];
  return before + script + lines.join('\n');
}

/** As {@link wrapScript}; nothing catches what the script throws, so that a debugger stops there when it is asked to. */
export function wrapperForDebugging(wrapping: Wrapping): Wrapper {
  const after = [
    '',
    ...ending(wrapping),
    "addEventListener('unhandledrejection', (event) => {",
    '  event.preventDefault();',
    '  console.error(event.reason);',
    '  Deno.exit(1);',
    '});',
    'script();',
  ];
  return { before, after: after.join('\n') };
}

/** Nothing that is allowed only outside of a function: of a script with a `}` too few Deno shall say just that. */
function ending({ args, gateway, key, fromJsr = false }: Wrapping): readonly string[] {
  const credential = JSON.stringify({ type: 'api-key', params: key });
  return [
    '};',
    `const { KomodoClient, Types${fromJsr ? '' : ', YAML, TOML'} } = await import(${JSON.stringify(`${gateway}/client/lib.js`)});`,
    ...(fromJsr ? formatsOfCore : []),
    `const ARGS: any = ${JSON.stringify(args)};`,
    `const komodo = KomodoClient(${JSON.stringify(gateway)}, ${credential} as any);`,
  ];
}

/** The same names for the same functions as on Core. */
const formatsOfCore = [
  "const stdYaml = await import('jsr:@std/yaml');",
  "const stdToml = await import('jsr:@std/toml');",
  'const YAML = { ...stdYaml, parseDockerCompose: stdYaml.parse };',
  'const TOML = { ...stdToml, parseResourceToml: stdToml.parse, parseCargoToml: stdToml.parse };',
];

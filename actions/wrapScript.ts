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

/** What stands before and behind a script; a line break is between. */
export interface Wrapper {
  readonly before: string;
  readonly after: string;
}

/**
 * The names that Core gives to a script, around it: `komodo`, `Types`, `ARGS`, `YAML`, `TOML`. A `return` ends the script.
 */
export function wrapScript(script: string, wrapping: Wrapping): string {
  return [
    beginning(wrapping),
    script,
    '};',
    'try {',
    '  await script();',
    '} catch (error) {',
    '  console.error(error);',
    '  Deno.exit(1);',
    '}',
  ].join('\n');
}

/** As {@link wrapScript}; nothing catches what the script throws, so that a debugger stops there when it is asked to. */
export function wrapperForDebugging(wrapping: Wrapping): Wrapper {
  return {
    before: `${beginning(wrapping)}\n`,
    after: [
      '',
      '};',
      "addEventListener('unhandledrejection', (event) => {",
      '  event.preventDefault();',
      '  console.error(event.reason);',
      '  Deno.exit(1);',
      '});',
      'script();',
    ].join('\n'),
  };
}

function beginning({ args, gateway, key, fromJsr = false }: Wrapping): string {
  const credential = JSON.stringify({ type: 'api-key', params: key });
  return [
    `import { KomodoClient, Types${fromJsr ? '' : ', YAML, TOML'} } from ${JSON.stringify(`${gateway}/client/lib.js`)};`,
    ...(fromJsr ? formatsOfCore : []),
    `const ARGS: any = ${JSON.stringify(args)};`,
    `const komodo = KomodoClient(${JSON.stringify(gateway)}, ${credential} as any);`,
    'const script = async () => {',
  ].join('\n');
}

/** The same names for the same functions as on Core. */
const formatsOfCore = [
  "import * as stdYaml from 'jsr:@std/yaml';",
  "import * as stdToml from 'jsr:@std/toml';",
  'const YAML = { ...stdYaml, parseDockerCompose: stdYaml.parse };',
  'const TOML = { ...stdToml, parseResourceToml: stdToml.parse, parseCargoToml: stdToml.parse };',
];

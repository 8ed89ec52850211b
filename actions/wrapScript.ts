/** A script of an Action as a module that Deno can run here. */

export interface Wrapping {
  /** What `ARGS` is in the script. */
  readonly args: unknown;
  /** Where the client's library and its API are. */
  readonly gateway: string;
  /** What the gateway knows the script by. */
  readonly key: string;
}

/**
 * The names that Core gives to a script, around it: `komodo`, `Types`, `ARGS`, `YAML`, `TOML`. The libraries for YAML
 * and TOML are imported only where the script names them, as Deno takes them from jsr.io. A `return` ends the script.
 */
export function wrapScript(script: string, { args, gateway, key }: Wrapping): string {
  const libraries = ['YAML', 'TOML'].filter((name) => script.includes(name));
  const credential = JSON.stringify({ type: 'api-key', params: { key, secret: key } });
  return [
    `import { KomodoClient, Types } from ${JSON.stringify(`${gateway}/client/lib.js`)};`,
    ...libraries.map((name) => `import * as ${name} from 'jsr:@std/${name.toLowerCase()}';`),
    `const ARGS: any = ${JSON.stringify(args)};`,
    `const komodo = KomodoClient(${JSON.stringify(gateway)}, ${credential} as any);`,
    'const script = async () => {',
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

/** Deno as a program of its own, which may reach the gateway alone and ends whole. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jsrUrl } from './jsr.ts';

export interface DenoOptions {
  /** The program; `deno` is looked for in PATH. */
  readonly deno?: string | undefined;
  /** The port of the gateway on the loopback interface. */
  readonly port: number;
  readonly language: 'ts' | 'js';
  /** Hosts that the script may reach beside it, `ntfy.sh` or `10.0.0.5:8080`; what it does there is really done. */
  readonly allowHosts?: readonly string[] | undefined;
  /** It waits for a debugger before it begins, and says on stderr where. */
  readonly inspect?: boolean;
}

const isWindows = process.platform === 'win32';

/** Deno is not there. */
export class NoDeno extends Error {}

/**
 * Starts Deno on a module, which may reach the gateway and the hosts that are allowed: no other address, no files, no
 * environment, no programs. What it imports may come from npm and jsr.io.
 * `error` tells what keeps it from its start, see {@link startError}.
 * @throws NoDeno; Error for a host that is none
 */
export function startDeno(
  module: string,
  { deno = 'deno', port, language, allowHosts = [], inspect = false }: DenoOptions,
): ChildProcessWithoutNullStreams {
  // A list of Deno's is parted by commas.
  const wrong = allowHosts.find(
    (host) => !/^[\w.*-]+(?::\d+)?$|^\[[\da-f:]+\](?::\d+)?$/i.test(host),
  );
  if (wrong !== undefined) {
    throw new Error(
      `“${wrong}” is no host that a script could be allowed: write ntfy.sh or 10.0.0.5:8080.`,
    );
  }
  const gateway = `127.0.0.1:${port}`;
  if (!isWindows && !isThere(deno)) throw noDeno();
  const cache = mkdtempSync(path.join(tmpdir(), 'komodo-deno-'));
  const args = [
    'run',
    // Being quiet, it would not say where it waits for a debugger.
    ...(inspect ? ['--inspect-brk=127.0.0.1:0'] : ['--quiet']),
    '--no-prompt',
    '--no-config',
    '--no-lock',
    `--allow-net=${[gateway, ...allowHosts].join(',')}`,
    `--allow-import=${gateway},${hostOf(jsrUrl())}`,
    '--ext=js',
    '-',
  ];
  const child = isWindows
    ? spawn(deno, args, { stdio: 'pipe', env: environment(cache) })
    : kept(deno, args, cache);
  // An early end of Deno closes the pipe; its exit code tells about it.
  child.stdin.on('error', () => undefined).end(loaderOf(module, language));
  const clear = () => rmSync(cache, { recursive: true, force: true, maxRetries: 3 });
  child.once('error', clear).once('close', clear);
  return child;
}

/**
 * What Deno is given to begin with. Of a module that it begins with Deno reads what `import("file:…")` names in so many
 * words, whatever it permits to read; of one that is imported by an address which only running tells, it does not.
 */
const loaderOf = (module: string, language: 'ts' | 'js'): string => {
  const type = language === 'ts' ? 'application/typescript' : 'text/javascript';
  // In lines of their own: where the script never ends by itself, Deno shows the one that waits for it.
  return [
    `const parts = [${JSON.stringify(module)}];`,
    `const address = URL.createObjectURL(new Blob(parts, { type: '${type}' }));`,
    'try {',
    '  await import(address);',
    '} catch (error) {',
    "  console.error(`error: ${error.message ?? error}`.replaceAll(address, 'script'));",
    '  Deno.exit(1);',
    '}',
  ].join('\n');
};

/**
 * Beside a program that takes its own place a shell waits for the end of a pipe that we hold: should we be killed, or the
 * program end and leave something behind, it takes away the program's cache (`$0`) and ends the group.
 */
const keeper = '(read -r _ <&3; rm -rf "$0"; kill -KILL 0) >/dev/null 2>&1 & exec "$@" 3<&-';

/** A program in a group of its own, so that it ends whole, and with us. */
function kept(
  program: string,
  args: readonly string[],
  cache: string,
): ChildProcessWithoutNullStreams {
  const child = spawn('sh', ['-c', keeper, cache, program, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: environment(cache),
  });
  const [, , , pipe] = child.stdio;
  pipe?.on('error', () => undefined);
  child.once('exit', () => pipe?.destroy());
  return child;
}

/** The shell would only say so in its own words. */
function isThere(program: string): boolean {
  if (program.includes('/')) return existsSync(program);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** Ends it at once, with all that it has started. */
export function endDeno(child: ChildProcessWithoutNullStreams): void {
  if (child.pid === undefined) return;
  if (isWindows) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself in this moment.
  }
}

/** What an error of a start is for people. */
export function startError(error: NodeJS.ErrnoException): Error {
  return error.code === 'ENOENT' ? noDeno() : error;
}

/** What npm installs on Windows is a script of the shell, which can't be started as a program. */
const howToInstall = isWindows ? 'winget install DenoLand.Deno' : 'npm install --global deno';

const noDeno = (): NoDeno => new NoDeno(`Deno is needed to run an Action here: ${howToInstall}`);

/**
 * What Deno itself needs; the script sees nothing of it.
 * @param cache a folder that goes with it: Deno keeps scripts there, with the values of Variables, and the library by its
 * address, which another version may have the next time
 */
function environment(cache: string): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'USERPROFILE', 'LOCALAPPDATA', 'SystemRoot', 'TMPDIR'];
  // How it gets at packages, where that is not directly; at the gateway it always does.
  const network = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];
  const direct = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1'];
  const registries = ['JSR_URL', 'NPM_CONFIG_REGISTRY', 'DENO_CERT', 'DENO_TLS_CA_STORE'];
  return {
    ...Object.fromEntries(
      [...names, ...network, ...registries].map((name) => [name, process.env[name]]),
    ),
    NO_PROXY: direct.filter(Boolean).join(','),
    DENO_DIR: cache,
    NO_COLOR: '1',
    DENO_NO_UPDATE_CHECK: '1',
  };
}

/** The host that Deno has kept a script from, by what it says of that; undefined where it has not. */
export const hostKeptFrom = (said: string): string | undefined =>
  /Requires net access to "([^"]+)"/.exec(said)?.[1];

/** As Deno wants it: with a port, and without a password. */
function hostOf({ protocol, hostname, port }: URL): string {
  const usual = protocol === 'http:' ? 80 : 443;
  return `${hostname}:${port === '' ? usual : port}`;
}

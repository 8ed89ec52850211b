import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The absolute path of a command on PATH, or undefined. */
export function which(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a window can be shown on this machine. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || (DISPLAY ?? WAYLAND_DISPLAY) !== undefined;
}

/** Whether a command ends well and prints something. False too when there is no such command. */
export function printsSomething(command: string, args: string[]): boolean {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

/**
 * The environment without what npm tells the scripts it runs (`npm test` sets some fifty variables, and node-gyp takes
 * each `npm_config_*` for an option of its own), and without what VS Code tells the programs in its terminal.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|VSCODE_|CODE_SERVER|ELECTRON_|NODE_OPTIONS$|PORT$|PASSWORD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * Runs a command that takes a while: says what for, then how long it took.
 * Rejects with the last lines of its output when it fails.
 */
export async function runStep(
  what: string,
  command: string,
  args: string[],
  { cwd, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  const start = Date.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    const lastLines = output.trimEnd().split('\n').slice(-25).join('\n');
    throw new Error(`${what}: failed.\n  ${command} ${args.join(' ')}\n${lastLines}`);
  }
  console.log(`  ${what}: ${Math.round((Date.now() - start) / 1000)} s`);
}

/** Deno from npm, in a folder of our own: whole, or not at all. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * The package of npm that has the program for this machine, and its version. `deno` itself only names those of all
 * machines, as optional ones: what goes wrong with them npm does not tell.
 */
export const denoPackage = `@deno/${process.platform}-${process.arch}${process.platform === 'linux' ? '-glibc' : ''}`;
export const denoVersion = '2.9.6';

/** How the folder of a download that is under way ends. */
const partSuffix = '.part';

/**
 * The program in a folder, once it was installed there.
 * @param folder as it was given to {@link installDeno}
 */
export function installedDeno(folder: string): string | undefined {
  const packages = path.join(folder, 'node_modules', '@deno');
  if (!existsSync(packages)) return undefined;
  const name = process.platform === 'win32' ? 'deno.exe' : 'deno';
  const programs = readdirSync(packages).map((each) => path.join(packages, each, name));
  return programs.find((file) => existsSync(file));
}

/**
 * Has npm download it, from the registry that npm uses; npm holds each package against the hash that the registry gives.
 * Until all is there it stands beside the folder, and whatever fails or is cancelled leaves nothing behind.
 * @returns the program; undefined when it was cancelled
 * @throws Error in words for people
 */
export async function installDeno(
  folder: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const part = folder + partSuffix;
  const clear = (): void => rmSync(part, { recursive: true, force: true, maxRetries: 3 });
  try {
    clear();
    mkdirSync(part, { recursive: true });
    // Without one npm would look for a package in the folders above.
    writeFileSync(path.join(part, 'package.json'), '{ "private": true }\n');
    const why = await npmInstall(part, signal);
    if (signal?.aborted) return undefined;
    if (why !== undefined) throw new Error(why);
    const program = installedDeno(part);
    if (program === undefined) throw new Error(`npm’s ${denoPackage} has no program in it.`);
    chmodSync(program, 0o755);
    if (!(await starts(program))) throw new Error('What npm has downloaded does not start here.');
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    return installedDeno(folder);
  } catch (error) {
    const { code, path: file, message } = error as NodeJS.ErrnoException;
    throw new Error(
      `Deno could not be downloaded. ${failure(code, file) ?? message} You can install it by yourself (https://deno.com), so that it is in PATH, or say in the setting komodo.deno.path where it is.`,
    );
  } finally {
    try {
      clear();
    } catch {
      // What can't be taken away could not be written either.
    }
  }
}

/** Whether a program runs. */
export function starts(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Runs npm; resolves with why it failed. */
function npmInstall(cwd: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  const args = [
    'install',
    `${denoPackage}@${denoVersion}`,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--no-update-notifier',
    // A person waits: npm would try for a minute and more where there is no network.
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
  ];
  const isWindows = process.platform === 'win32';
  return new Promise((resolve) => {
    // npm is a script of the shell on Windows; nothing here comes from anybody. A group of its own ends whole.
    const child = spawn('npm', args, { cwd, shell: isWindows, detached: !isWindows });
    const end = (): void => {
      if (child.pid === undefined) return;
      if (isWindows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      else process.kill(-child.pid, 'SIGKILL');
    };
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.resume();
    signal?.addEventListener('abort', end, { once: true });
    child.once('error', () => resolve('There is no npm in PATH.'));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve(code === 0 ? undefined : said === '' ? `npm ended with ${code}.` : npmFailure(said));
    });
    if (signal?.aborted) end();
  });
}

/** What codes of npm and of the system are for people; others are told in their own words. */
const failures: Readonly<Record<string, string>> = {
  EBADPLATFORM: 'There is none for this machine.',
  EINTEGRITY:
    'What came is not what the registry says it is (another hash). Nothing of it was kept.',
  ENOSPC: 'There is no space left on the disk.',
  EACCES: 'There is no permission to write',
  EPERM: 'There is no permission to write',
  EROFS: 'There is no permission to write',
  ENOTFOUND: 'The registry of npm can’t be reached: is there a network?',
  EAI_AGAIN: 'The registry of npm can’t be reached: is there a network?',
  ECONNREFUSED: 'The registry of npm can’t be reached.',
  ECONNRESET: 'The connection to the registry of npm broke off.',
  ETIMEDOUT: 'The registry of npm did not answer in time.',
  ETARGET: `The registry of npm has no ${denoPackage} ${denoVersion}.`,
  E404: `The registry of npm has no ${denoPackage}.`,
};

function failure(code: string | undefined, file: string | undefined): string | undefined {
  const words = failures[code ?? ''];
  if (words === undefined || words.endsWith('.') || words.endsWith('?')) return words;
  return file === undefined ? `${words}.` : `${words}: ${file}`;
}

/** Why npm failed, by what it has said on stderr. */
export function npmFailure(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => /^npm (?:error|ERR!) (.+)$/.exec(line.trim())?.[1] ?? '')
    .filter((line) => line !== '' && !line.startsWith('A complete log'));
  const field = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
  const own = lines.filter((line) => !/^(?:code|errno|syscall|path) /.test(line));
  return failure(field('code'), field('path')) ?? `npm says: ${own.slice(0, 2).join(' ')}`;
}

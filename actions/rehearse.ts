/** Runs the script of an Action here, under Deno, where it can read a Core and change nothing. */
import type { Client } from '../api/index.ts';
import { endDeno, startDeno, startError } from './denoProcess.ts';
import { openGateway } from './gateway.ts';
import { interpolate, maskSecrets, type VariableValue } from './interpolate.ts';
import { changesInWords, type WouldChange } from './wouldChange.ts';
import { wrapScript } from './wrapScript.ts';

export interface RehearsalOptions {
  readonly script: string;
  readonly args: unknown;
  readonly core: Client;
  /** The JavaScript of `komodo_client`. */
  readonly library: string;
  /** The program; `deno` is looked for in PATH. */
  readonly deno?: string;
  /** Milliseconds until it is ended; a minute if not said. */
  readonly limitMs?: number;
  /** Ends it, with all that it has started. */
  readonly signal?: AbortSignal;
}

export interface Rehearsal {
  readonly outcome: 'ok' | 'failed' | 'cancelled' | 'too long';
  /** What the script has printed, secrets masked as Core masks them. */
  readonly stdout: string;
  readonly stderr: string;
  readonly changes: readonly WouldChange[];
  /** The changes for people, as a diff; secrets masked. */
  readonly words: readonly string[];
}

/** About how much of what a script prints is kept, of stdout and of stderr. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Runs it to its end. The script may reach the gateway alone: no other address, no files, no environment, no programs.
 * @throws NoDeno; CoreError when the Variables can't be read; Error for a `[[` that is never closed
 */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { core, signal } = options;
  const variables = await core.read('ListVariables', {}, signal && { signal });
  const script = interpolate(options.script, variables);
  const gateway = await openGateway(core, options.library);
  try {
    const { url, key, port } = gateway;
    const module = wrapScript(script, { args: options.args, gateway: url, key });
    const run = await runDeno(module, port, variables, options);
    const { changes } = gateway;
    const words = changesInWords(changes).map((line) => maskSecrets(line, variables));
    return { ...run, changes, words };
  } finally {
    gateway.close();
  }
}

function runDeno(
  module: string,
  port: number,
  variables: readonly VariableValue[],
  { deno, limitMs = 60_000, signal }: RehearsalOptions,
): Promise<Omit<Rehearsal, 'changes' | 'words'>> {
  const child = startDeno(module, { deno, port, language: 'ts' });
  return new Promise((resolve, reject) => {
    let ended: 'cancelled' | 'too long' | undefined;
    const end = (why: 'cancelled' | 'too long') => {
      ended ??= why;
      endDeno(child);
    };
    const cancel = () => end('cancelled');
    const limit = setTimeout(() => end('too long'), limitMs);
    signal?.addEventListener('abort', cancel, { once: true });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        // Beyond that nobody reads on.
        if (output[stream].length < MOST_CHARACTERS) output[stream] += text;
      });
    }
    const settled = () => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', cancel);
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      settled();
      reject(startError(error));
    });
    child.once('close', (code) => {
      settled();
      const [stdout, stderr] = [output.stdout, output.stderr].map((text) =>
        maskSecrets(text, variables),
      ) as [string, string];
      resolve({ outcome: ended ?? (code === 0 ? 'ok' : 'failed'), stdout, stderr });
    });
    if (signal?.aborted) cancel();
  });
}

/** Runs the script of an Action here, under Deno, where it can read a Core and change nothing. */
import type { Client } from '../api/index.ts';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { endDeno, hostKeptFrom, startDeno, startError } from './denoProcess.ts';
import { openGateway } from './gateway.ts';
import {
  interpolate,
  interpolatedArgs,
  valueNotes,
  valuesOf,
  withRunKey,
  type VariableValue,
} from './interpolate.ts';
import { jsrAnswers, standInNote, usesFormats } from './jsr.ts';
import { maskedValue, secretMasker } from './secretMasker.ts';
import { changesInWords, type WouldChange } from './wouldChange.ts';
import { wrapScript } from './wrapScript.ts';

export interface RehearsalOptions {
  readonly script: string;
  readonly args: unknown;
  readonly core: Client;
  /** The JavaScript that scripts import, see `libraryFile`. */
  readonly library: string;
  /** The program; `deno` is looked for in PATH. */
  readonly deno?: string;
  /** Picks what a batch of executions is for; without it they pick nothing. */
  readonly regexEngine?: RegexEngine;
  /** Hosts that it may reach beside Core; what it does there is really done. */
  readonly allowHosts?: readonly string[];
  /** Milliseconds until it is ended; a minute if not said. */
  readonly limitMs?: number;
  /** Ends it, with all that it has started. */
  readonly signal?: AbortSignal;
  /** What it prints, while it runs; secrets masked. */
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void;
  /** Each write and execution when the script asks for it; secrets masked. */
  readonly onChange?: (change: WouldChange) => void;
  /** What it does not get as it would on Core: told before it begins, and once more where it was kept from a host. */
  readonly onNotes?: (notes: readonly string[]) => void;
}

export interface Rehearsal {
  readonly outcome: 'ok' | 'failed' | 'cancelled' | 'too long';
  /** What the script has printed, secrets masked as Core masks them. */
  readonly stdout: string;
  readonly stderr: string;
  readonly changes: readonly WouldChange[];
  /** The changes for people, as a diff; secrets masked. */
  readonly words: readonly string[];
  /** As `onNotes` is told. */
  readonly notes: readonly string[];
}

/** About how much of what a script prints is kept, of stdout and of stderr. */
const MOST_CHARACTERS = 4_000_000;

/**
 * Runs it to its end. The script may reach the gateway alone: no other address, no files, no environment, no programs. What
 * it imports may come from npm and jsr.io, as on Core.
 * @throws NoDeno; CoreError when the Variables can't be read; Error for a `[[` that is never closed
 */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const { core, signal, library, regexEngine, onChange, onNotes } = options;
  const values = await valuesOf(core, signal);
  const { version } = await core.read('GetVersion', {}, signal && { signal });
  let secrets: readonly VariableValue[] = [];
  const gateway = await openGateway({
    ...{ core, version, library, regexEngine },
    onChange: (change) => onChange?.(maskedValue(change, secrets)),
  });
  try {
    const { url, key, port } = gateway;
    secrets = withRunKey(values, key);
    const script = interpolate(options.script, secrets);
    const args = interpolatedArgs(options.args, secrets);
    const fromJsr = usesFormats(script) && (await jsrAnswers(signal));
    const notes = [
      ...valueNotes(options.script, options.args, values),
      ...(usesFormats(script) && !fromJsr ? [standInNote] : []),
    ];
    onNotes?.(notes);
    const module = wrapScript(script, { args, gateway: url, key, fromJsr });
    const run = await runDeno(module, port, secrets, options);
    const host = hostKeptFrom(run.stderr);
    if (host !== undefined) {
      notes.push(
        `The script was kept from ${host}: what it does there would really be done. The setting komodo.rehearsal.allowHosts (--allow-host) lets it.`,
      );
      onNotes?.(notes);
    }
    if ([run.stdout, run.stderr].some((text) => text.length >= MOST_CHARACTERS)) {
      notes.push('The script prints more than that: after 4 MB it is left off.');
      onNotes?.(notes);
    }
    const changes = gateway.changes.map((change) => maskedValue(change, secrets));
    return { ...run, changes, words: changesInWords(changes), notes };
  } finally {
    gateway.close();
  }
}

function runDeno(
  module: string,
  port: number,
  variables: readonly VariableValue[],
  { deno, allowHosts, limitMs = 60_000, signal, onOutput }: RehearsalOptions,
): Promise<Omit<Rehearsal, 'changes' | 'words' | 'notes'>> {
  const child = startDeno(module, { deno, port, allowHosts, language: 'ts' });
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
    const maskers = { stdout: secretMasker(variables), stderr: secretMasker(variables) };
    const take = (stream: 'stdout' | 'stderr', text: string): void => {
      // Beyond that nobody reads on.
      if (text === '' || output[stream].length >= MOST_CHARACTERS) return;
      output[stream] += text;
      onOutput?.(stream, text);
    };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]
        .setEncoding('utf8')
        .on('data', (text: string) => take(stream, maskers[stream].push(text)));
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
      for (const stream of ['stdout', 'stderr'] as const) take(stream, maskers[stream].end());
      const { stdout, stderr } = output;
      resolve({ outcome: ended ?? (code === 0 ? 'ok' : 'failed'), stdout, stderr });
    });
    if (signal?.aborted) cancel();
  });
}

/** Starts the script of an Action for a debugger: under Deno, where it can read a Core and change nothing. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Client } from '../api/index.ts';
import type { ScriptPlaces } from '../komodo/actions/index.ts';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { debugModule, type Transpiled } from './debugModule.ts';
import { endDeno, startDeno, startError } from './denoProcess.ts';
import { openGateway } from './gateway.ts';
import {
  interpolated,
  interpolatedArgs,
  valueNotes,
  valuesOf,
  withRunKey,
  type VariableValue,
} from './interpolate.ts';
import { jsrAnswers, jsrUrl, standInNote, usesFormats } from './jsr.ts';
import { maskedValue, maskSecrets } from './secretMasker.ts';
import { changesInWords } from './wouldChange.ts';

export interface DebugOptions {
  readonly script: string;
  readonly places: ScriptPlaces;
  /** The address of the file that the script stands in, `file:///…/actions.toml`. */
  readonly file: string;
  readonly args: unknown;
  readonly core: Client;
  /** Hosts that it may reach beside Core; what it does there is really done. */
  readonly allowHosts?: readonly string[];
  /** The JavaScript of `komodo_client`. */
  readonly library: string;
  readonly transpile: (text: string) => Promise<Transpiled>;
  /** The program; `deno` is looked for in PATH. */
  readonly deno?: string;
  /** A write or execution that was simulated, in lines for people; secrets are masked. */
  readonly onChange: (words: readonly string[]) => void;
  /** Picks what a batch of executions is for; without it they pick nothing. */
  readonly regexEngine?: RegexEngine;
  /** What there is to say of values that it does not get as it would on Core. */
  readonly onNotes: (notes: readonly string[]) => void;
  /** What Deno itself has to say: a module that is not to be had, what it does not permit. */
  readonly onError: (text: string) => void;
}

/** A script that waits for its debugger, or is at it. */
export interface DebuggedAction {
  /** Where the debugger attaches, `ws://127.0.0.1:…`. */
  readonly address: string;
  /** Addresses of code that is not the person's, as patterns. */
  readonly notTheirs: readonly string[];
  /** A text with secrets masked as Core would mask them. */
  readonly masked: (text: string) => string;
  /** Resolves when Deno has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it at once, with all that it has started. */
  readonly end: () => void;
}

/** How long Deno may take to say where it waits, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Resolves when Deno waits for the debugger. What runs is kept in memory, and what Deno keeps of it goes with it.
 *
 * @throws NoDeno; CoreError when the Variables can't be read; Error for a script that can't run, with its line
 */
export async function debugAction(options: DebugOptions): Promise<DebuggedAction> {
  const { script, places, file, core, regexEngine, onChange, onError } = options;
  const values = await valuesOf(core);
  const { version } = await core.read('GetVersion', {});
  // Its own source map is not served.
  const library = options.library.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n');
  let secrets: readonly VariableValue[] = [];
  const gateway = await openGateway({
    ...{ core, version, library, regexEngine },
    onChange: (change) => onChange(changesInWords([maskedValue(change, secrets)])),
  });
  try {
    const { url, key, port } = gateway;
    secrets = withRunKey(values, key);
    const parts = interpolated(script, secrets);
    const args = interpolatedArgs(options.args, secrets);
    const fromJsr = usesFormats(script) && (await jsrAnswers());
    options.onNotes([
      ...valueNotes(script, options.args, values),
      ...(usesFormats(script) && !fromJsr ? [standInNote] : []),
    ]);
    const wrapping = { args, gateway: url, key, fromJsr };
    const module = await debugModule({ parts, places, file }, wrapping, options.transpile);
    const { deno, allowHosts } = options;
    const child = startDeno(module, { deno, port, allowHosts, language: 'js', inspect: true });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    void ended.then(() => gateway.close());
    const masked = (text: string): string => maskSecrets(text, secrets);
    const address = await addressOf(child, (text) => onError(masked(text)));
    return {
      address,
      masked,
      notTheirs: [`${url}/**`, `${jsrUrl().origin}/**`],
      ended,
      end: () => endDeno(child),
    };
  } catch (error) {
    gateway.close();
    // What Deno or TypeScript says of a line may hold what was put in there.
    if (error instanceof Error) error.message = maskSecrets(error.message, secrets);
    throw error;
  }
}

/** Reads on stderr where Deno waits, then goes on to read what it has to say. */
function addressOf(
  child: ChildProcessWithoutNullStreams,
  onError: (text: string) => void,
): Promise<string> {
  // The debugger shows what the script prints; unread, it would block the script.
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      endDeno(child);
      reject(new Error(`Deno does not wait for a debugger: ${said.trim() || 'it says nothing'}`));
    }, PATIENCE);
    const read = (text: string): void => {
      said += text;
      const address = /ws:\/\/\S+(?=\s)/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      child.stderr.off('data', read).on('data', (more: string) => {
        const error = /^error: [^]*/m.exec(more)?.[0];
        if (error !== undefined) onError(error);
      });
      resolve(address);
    };
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', (error) => {
      clearTimeout(late);
      reject(startError(error));
    });
    child.once('close', () => {
      clearTimeout(late);
      reject(new Error(`Deno has ended before a debugger could attach: ${said.trim()}`));
    });
  });
}

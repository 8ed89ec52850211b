/** `komodo-procedures rehearse-action`: runs an Action here, where it can read a Core and change nothing. */
import { readFileSync } from 'node:fs';
import { libraryFile, NoDeno, rehearse, type RehearsalOptions } from '../actions/index.ts';
import type { Client } from '../api/index.ts';
import { mergeArgs, parseArguments, type Args } from '../komodo/actions/args.ts';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { CommandError, type Output } from './output.ts';

export interface RehearseCommand {
  readonly name: string;
  readonly client: Client;
  readonly regexEngine: RegexEngine;
  /** JSON that is joined with the Action's own arguments. */
  readonly args?: string | undefined;
  /** A file with the script, in place of the one that Core has. */
  readonly script?: string | undefined;
  /** Hosts that it may reach beside Core. */
  readonly allowHosts?: readonly string[] | undefined;
}

/**
 * Writes what the script prints, then what it would have changed; Ctrl-C ends it.
 * @returns the exit code: 1 when the script failed, 3 when it was cancelled
 * @throws CommandError; CoreError when Core can't be asked or has no such Action
 */
export async function rehearseAction(
  { name, client, regexEngine, args, script, allowHosts = [] }: RehearseCommand,
  { say, note, paint }: Output,
): Promise<number> {
  const { config } = await client.read('GetAction', { action: name });
  const { version } = await client.read('GetVersion', {});
  const given = args === undefined ? {} : objectIn(args);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop);
  try {
    const rehearsal = await attempt(() => ({
      script: script === undefined ? (config?.file_contents ?? '') : readFileSync(script, 'utf8'),
      args: mergeArgs(parseArguments(config?.arguments ?? '', config?.arguments_format), given),
      core: client,
      regexEngine,
      allowHosts,
      library: readFileSync(libraryFile(__dirname, version), 'utf8'),
      signal: interrupt.signal,
    }));
    if (rehearsal.stdout) say(rehearsal.stdout.trimEnd());
    if (rehearsal.stderr) note(rehearsal.stderr.trimEnd());
    const { changes, words, notes, outcome } = rehearsal;
    for (const line of notes) note(line);
    say(
      paint.bold(
        `Simulated, nothing was done. What the script asked Core to do (${changes.length}):`,
      ),
    );
    for (const line of words) {
      const shade = line.startsWith('-') ? paint.red : line.startsWith('+') ? paint.blue : String;
      say(shade(line));
    }
    if (outcome === 'too long') note('The script did not end within a minute, so it was ended.');
    return outcome === 'ok' ? 0 : outcome === 'cancelled' ? 3 : 1;
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Whatever keeps a rehearsal from its beginning, as a sentence. */
async function attempt(options: () => RehearsalOptions) {
  try {
    return await rehearse(options());
  } catch (error) {
    if (error instanceof NoDeno) throw new CommandError(error.message, 2);
    if (error instanceof Error && error.constructor === Error) {
      throw new CommandError(error.message, 'code' in error ? 2 : 1);
    }
    throw error;
  }
}

function objectIn(text: string): Args {
  try {
    return parseArguments(text, 'json');
  } catch (error) {
    throw new CommandError(`--args: ${(error as Error).message}`, 2);
  }
}

/** How long a person waits in the scripts of Actions: for the first completion, then after each key. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-protocol';
import { timed } from './figures.ts';
import { LspClient } from './lspClient.ts';
import { actionOf, scriptOf, togglePlace, toggledSign } from './scripts.ts';
import { ours } from './servers.ts';

/** Milliseconds that every step took. */
export interface ScriptWaits {
  /** From opening the first script to the first completion in it. */
  readonly first: number;
  readonly completions: readonly number[];
  /** From a key to the diagnostics that it changes, of which only a look at types can tell. */
  readonly edits: readonly number[];
}

/** Milliseconds between two keys of somebody who types fast. */
const BETWEEN_KEYS = 80;

/** @param open how many scripts are open, each in a file of its own */
export async function waitsInScripts(
  lines: number,
  open: number,
  rounds: number,
): Promise<ScriptWaits> {
  const client = await LspClient.start(ours);
  try {
    const text = actionOf(scriptOf(lines));
    const uriOf = (number: number) => `file:///bench/action-${number}.toml`;
    const position = placeBehind(text, 'await komodo.');
    const complete = () => completed(client, uriOf(0), position);
    // It is opened wrong, since nothing need be said of a file that is all right.
    const opened = client.open(uriOf(0), withoutSign(text));
    const first = await timed(complete);
    const file = await opened;
    for (let number = 1; number < open; number++)
      await client.open(uriOf(number), withoutSign(text));

    let stands = false;
    const edits: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await pause(BETWEEN_KEYS);
      stands = !stands;
      edits.push(
        await timed(async () => {
          const next = client.diagnostics(uriOf(0), !stands);
          await client.change(file, togglePlace, stands ? 0 : 1, stands ? toggledSign : '');
          await next;
        }),
      );
    }
    const completions: number[] = [];
    for (let round = 0; round < rounds; round++) completions.push(await timed(complete));
    return { first, completions, edits };
  } finally {
    client.stop();
  }
}

function withoutSign(text: string): string {
  const lines = text.split('\n');
  const { line, character } = togglePlace;
  lines[line] = lines[line]!.slice(0, character) + lines[line]!.slice(character + 1);
  return lines.join('\n');
}

function placeBehind(text: string, sought: string): Position {
  const lines = text.slice(0, text.indexOf(sought) + sought.length).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** Asks until `read` is among what is proposed. */
async function completed(client: LspClient, uri: string, position: Position): Promise<void> {
  for (;;) {
    const answer = await client.request<CompletionItem[] | CompletionList | null>(
      'textDocument/completion',
      { textDocument: { uri }, position },
    );
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    if (items.some(({ label }) => label === 'read')) return;
  }
}

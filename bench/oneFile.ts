/** How long a person waits in one file: after opening it, after each key, for hover and for completion. */
import { setTimeout as pause } from 'node:timers/promises';
import { timed } from './figures.ts';
import { LspClient, type ServerCommand } from './lspClient.ts';

/** Milliseconds that every step took. */
export interface Waits {
  readonly open: number;
  readonly edits: readonly number[];
  /** Edits that change how Core reads all that follows: an odd `"""` is written or taken away. */
  readonly fences: readonly number[];
  readonly hovers: readonly number[];
  readonly completions: readonly number[];
}

/** Milliseconds between two keys of somebody who types fast. */
const BETWEEN_KEYS = 80;

const uri = 'file:///bench/resources.toml';

/**
 * Edits come at the pace of fast typing and alternate between a syntax error and its repair; a server's own delay counts,
 * since a person waits for it too.
 *
 * @param withFences also those edits that change how all that follows is read
 */
export async function waitsIn(
  server: ServerCommand,
  text: string,
  rounds: number,
  withFences: boolean,
): Promise<Waits> {
  const lines = text.split('\n');
  const middle = lines.length >> 1;
  const line = lines.findIndex((content, at) => at >= middle && content.startsWith('name = "'));
  const end = { line, character: lines[line]!.length };
  const broken = ' "';
  const client = await LspClient.start(server);
  try {
    // Opened broken, since a server need not say anything of a file that is all right.
    lines[line] = `${lines[line]}${broken}`;
    const start = performance.now();
    const file = await client.open(uri, lines.join('\n'));
    const open = performance.now() - start;

    const alternate = async (written: string, count: number): Promise<number[]> => {
      const waits: number[] = [];
      let stands = written === broken;
      for (let round = 0; round < count; round++) {
        await pause(BETWEEN_KEYS);
        stands = !stands;
        waits.push(
          await timed(async () => {
            const next = client.diagnostics(uri, stands);
            await client.change(file, end, stands ? 0 : written.length, stands ? written : '');
            await next;
          }),
        );
      }
      return waits;
    };
    const edits = await alternate(broken, rounds % 2 === 0 ? rounds + 1 : rounds);
    const fences = withFences ? await alternate(' """', rounds & ~1) : [];

    const ask = (method: string) =>
      timed(() =>
        client.request(method, {
          textDocument: { uri },
          position: { line, character: 'name'.length - 1 },
        }),
      );
    const hovers: number[] = [];
    const completions: number[] = [];
    for (let round = 0; round < rounds; round++) {
      hovers.push(await ask('textDocument/hover'));
      completions.push(await ask('textDocument/completion'));
    }
    return { open, edits, fences, hovers, completions };
  } finally {
    client.stop();
  }
}

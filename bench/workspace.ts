/** How long a person waits in a workspace of many files, and how much memory our server takes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { timed } from './figures.ts';
import { LspClient } from './lspClient.ts';
import { ours } from './servers.ts';

export interface WorkspaceWaits {
  /** From the start of reading to the first answer that needs all files. */
  readonly index: number;
  /** After each key in the name of a resource that stands in an open file, until all is checked. */
  readonly edits: readonly number[];
  readonly renames: readonly number[];
  /** Bytes. */
  readonly memory: number;
}

/** @param folder with resource files, `part-0/file-0.toml` among them */
export async function waitsInWorkspace(folder: string, rounds: number): Promise<WorkspaceWaits> {
  const client = await LspClient.start(ours, folder);
  try {
    const index = await timed(() => client.request('workspace/symbol', { query: 'nothing-so' }));
    const path0 = path.join(folder, 'part-0', 'file-0.toml');
    const uri = pathToFileURL(path0).href;
    const text = readFileSync(path0, 'utf8');
    const lines = text.split('\n');
    const line = lines.findIndex((content) => content.startsWith('name = "'));
    const at = { line, character: 'name = "'.length };
    const file = await client.open(uri, `${text}\n[[stack]]\n`);

    const edits: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await pause(80);
      edits.push(
        await timed(async () => {
          const next = client.diagnostics(uri, true);
          await client.change(file, at, round % 2, round % 2 === 0 ? 'x' : '');
          await next;
        }),
      );
    }
    const renames: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const params = { textDocument: { uri }, position: at, newName: `renamed-${round}` };
      renames.push(await timed(() => client.request('textDocument/rename', params)));
    }
    return { index, edits, renames, memory: client.residentBytes() };
  } finally {
    client.stop();
  }
}

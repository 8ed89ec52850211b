/** Where the errors stand that a Core tells of the files of a ResourceSync. */
import { fileURLToPath } from 'node:url';
import { fitOf, readSyncError, type SyncError } from '../../komodo/stored/index.ts';
import type { LocatedError } from '../../protocol/lsp.ts';
import { LineTable } from '../workspace/lineTable.ts';
import { readTextFile } from '../workspace/textFile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { withoutLongList } from './expectedNames.ts';

/** Looks through the files of the workspace as they are on disk, which is what could have been pushed. */
export async function locateErrors(
  errors: readonly string[],
  workspace: Workspace,
): Promise<readonly LocatedError[]> {
  const read = errors.map(readSyncError);
  const best = read.map(() => ({ fit: 0, at: {} }));
  for (const { uri } of workspace.index.files) {
    if (!uri.startsWith('file:')) continue;
    const path = fileURLToPath(uri);
    const file = await readTextFile(path);
    if (!('text' in file)) continue;
    read.forEach((error, index) => {
      const fit = fitOf(error, path.replaceAll('\\', '/'), file.text);
      if (fit > best[index]!.fit) best[index] = { fit, at: placeIn(file.text, error, uri) };
    });
  }
  return read.map(({ message }, index) => ({
    message: withoutLongList(message),
    ...best[index]!.at,
  }));
}

function placeIn(text: string, { line, column }: SyncError, uri: string) {
  const lines = new LineTable(text);
  const start = lines.offsetAt({ line: line! - 1, character: column! - 1 });
  return { uri, range: lines.range(start, lines.endOf(line! - 1)) };
}

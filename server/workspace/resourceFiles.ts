import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold nobody's own resource files. */
const passedBy: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  'target',
  '.venv',
]);

/** Whether a file can hold resources by its name, or the script of an Action: `.toml`, and `.ts` but for typings. */
export function canBeResourceFile(path: string): boolean {
  return path.endsWith('.toml') || (path.endsWith('.ts') && !path.endsWith('.d.ts'));
}

/** The paths of all such files in a folder and those in it. Folders that can't be read are passed by, links too. */
export async function* resourceFilesIn(folder: string): AsyncGenerator<string> {
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !passedBy.has(entry.name)) waiting.push(path);
      else if (entry.isFile() && canBeResourceFile(entry.name)) yield path;
    }
  }
}

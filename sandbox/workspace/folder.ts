/** The TOML files below a folder. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ResourceFile } from './read-files.ts';

/** Longer files are left out, in bytes: no resource file is that long. */
const longest = 4 * 2 ** 20;
const mostFiles = 2000;
/** Folders whose TOML is nobody's resources. */
const skipped = new Set(['node_modules', 'target', 'dist', '.git', '.hg', '.svn', '.venv', 'venv']);

export interface FolderContents {
  /** In the order of their paths. */
  readonly files: readonly ResourceFile[];
  /** The folder and those below it that were looked into. */
  readonly folders: readonly string[];
}

/** Reads what can be read; `say` is told of the rest. Rejects where the folder itself cannot be read. */
export async function readFolder(
  folder: string,
  say: (text: string) => void,
): Promise<FolderContents> {
  const { paths, folders } = await tomlPaths(folder, say);
  if (paths.length > mostFiles) say(`more than ${mostFiles} TOML files: the rest is left out`);
  const files: ResourceFile[] = [];
  for (const path of paths.slice(0, mostFiles)) {
    try {
      const { size } = await stat(path);
      if (size > longest) {
        say(`${path}: too long (${size} bytes)`);
        continue;
      }
      const bytes = await readFile(path);
      // Core refuses it; read with stand-ins for what is no text, names would be others than in the file.
      if (!isUtf8(bytes)) say(`${path}: it is not UTF-8 text`);
      else files.push({ path: relative(folder, path), text: bytes.toString('utf8') });
    } catch (error) {
      say(`${path}: ${String(error)}`);
    }
  }
  return { files, folders };
}

/** The text of a file below a folder; undefined where it is none, or too long. */
export function textIn(folder: string, path: string): string | undefined {
  try {
    const file = join(folder, path);
    const { size } = statSync(file);
    return size > longest ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function tomlPaths(
  folder: string,
  say: (text: string) => void,
): Promise<{ paths: string[]; folders: string[] }> {
  const paths: string[] = [];
  const folders: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      for (const entry of await readdir(next, { withFileTypes: true })) {
        const path = join(next, entry.name);
        if (entry.isDirectory() && !skipped.has(entry.name)) waiting.push(path);
        else if (entry.isFile() && entry.name.endsWith('.toml')) paths.push(path);
      }
      folders.push(next);
    } catch (error) {
      // The folder itself must be readable; of what is in it, what can be read will do.
      if (next === folder) throw error;
      say(`${next}: ${String(error)}`);
    }
  }
  return { paths: paths.sort(), folders };
}

/** The TOML files that paths of the command line name. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface TomlFiles {
  /** As given, or joined to the folder given; each once. */
  readonly files: readonly string[];
  /** Files of the folders whose ending is written otherwise than Core wants it (`.TOML`). */
  readonly skipped: readonly string[];
  /** Paths that name nothing that can be read, each with the reason. */
  readonly missing: readonly { readonly path: string; readonly reason: string }[];
}

/** Folders that hold other people's files. */
const foreign = new Set(['node_modules', '.git']);

/** Files as they are, folders with every `.toml` file below them, in the order of names. Links are not followed. */
export async function tomlFiles(paths: readonly string[]): Promise<TomlFiles> {
  const files = new Set<string>();
  const skipped = new Set<string>();
  const missing: { path: string; reason: string }[] = [];
  for (const given of paths) {
    try {
      if ((await stat(given)).isDirectory()) {
        for await (const file of below(given)) (file.endsWith('.toml') ? files : skipped).add(file);
      } else files.add(path.normalize(given));
    } catch (error) {
      missing.push({ path: given, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
    }
  }
  return { files: [...files], skipped: [...skipped].filter((file) => !files.has(file)), missing };
}

async function* below(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && !foreign.has(entry.name)) yield* below(full);
    else if (entry.isFile() && /\.toml$/i.test(entry.name)) yield full;
  }
}

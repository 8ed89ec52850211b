/** The typings as files, for an editor to open the definition of something. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class TypingFiles {
  #folder?: string;
  readonly #uris = new Map<string, string>();

  /** The URI of a file with the text; it is written when somebody first wants it, and gone with the server. */
  uriOf(name: string, text: string): string {
    const key = `${name}\n${text.length}`;
    const known = this.#uris.get(key);
    if (known !== undefined) return known;
    this.#folder ??= this.#made();
    const path = join(this.#folder, String(this.#uris.size), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o444 });
    const uri = pathToFileURL(path).href;
    this.#uris.set(key, uri);
    return uri;
  }

  #made(): string {
    const folder = mkdtempSync(join(tmpdir(), 'komodo-typings-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }
}

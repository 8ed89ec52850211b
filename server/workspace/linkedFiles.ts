/** The texts of files that others are linked to, as they are on disk. */
import { readFileSync } from 'node:fs';
import { pathOf } from './filePath.ts';

export class LinkedFiles {
  /** By path; null for what is no script that can be read. */
  readonly #texts = new Map<string, string | null>();
  #state = {};

  /** The same object as long as each of them says what it said. */
  get state(): object {
    return this.#state;
  }

  /**
   * What a script says; null where there is none. It is read once, until {@link forget}.
   *
   * @param from the URI of the file that is linked to it
   * @param path from that file's folder on, parts with `/` between
   */
  textOf(from: string, path: string): string | null {
    const target = pathOf(new URL(path.split('/').map(encodeURIComponent).join('/'), from).href);
    if (!target.endsWith('.ts')) return null;
    const known = this.#texts.get(target);
    if (known !== undefined) return known;
    const text = read(target);
    this.#texts.set(target, text);
    return text;
  }

  /** What has changed on disk is read anew. Returns whether anybody has asked for one of them. */
  forget(uris: readonly string[]): boolean {
    const known = uris.filter((uri) => this.#texts.delete(pathOf(uri)));
    if (known.length > 0) this.#state = {};
    return known.length > 0;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

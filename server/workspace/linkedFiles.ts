/** The texts of files that others are linked to, as they are on disk. */
import { readFileSync, statSync } from 'node:fs';
import { pathOf } from './filePath.ts';

/** A file as it was read. */
interface Known {
  /** Null for what is no script that can be read. */
  readonly text: string | null;
  readonly stamp: string;
}

export class LinkedFiles {
  /** By path. */
  readonly #known = new Map<string, Known>();
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
    const known = this.#known.get(target);
    if (known) return known.text;
    // What is written between the two is then read once more.
    const stamp = stampOf(target);
    const text = read(target);
    this.#known.set(target, { text, stamp });
    return text;
  }

  /** What has changed on disk is read anew. Returns whether anybody has asked for one of them. */
  forget(uris: readonly string[]): boolean {
    return this.#forget(uris.map(pathOf));
  }

  /** Forgets what has changed on disk, though no editor has told of it yet: no edit is to be made of what is gone. */
  lookAgain(): void {
    this.#forget(
      [...this.#known.keys()].filter((path) => this.#known.get(path)!.stamp !== stampOf(path)),
    );
  }

  #forget(paths: readonly string[]): boolean {
    const known = paths.filter((path) => this.#known.delete(path));
    if (known.length > 0) this.#state = {};
    return known.length > 0;
  }
}

/** Another one as soon as the file is; empty where there is none. */
function stampOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

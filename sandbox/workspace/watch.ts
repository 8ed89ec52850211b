/** Watches folders for changes of TOML files. */
import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';

/** Changes that come closer together than this count as one, in milliseconds. */
const settle = 150;

/** Watches each folder by itself: a recursive watch would go through everything that Git ignores, too. */
export class FolderWatch {
  readonly #changed: () => Promise<void>;
  readonly #say: (text: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;
  #working = Promise.resolve();

  /** `changed` is called after changes, never twice at once; `say` is told of what cannot be watched. */
  constructor(changed: () => Promise<void>, say: (text: string) => void) {
    this.#changed = changed;
    this.#say = say;
  }

  /** Watches these folders from now on, and no others. */
  follow(folders: readonly string[]): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.includes(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) {
      if (this.#watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (event, name) => this.#heard(event, name));
        watcher.on('error', () => watcher.close());
        this.#watchers.set(folder, watcher);
      } catch (error) {
        // If it is gone already, its parent will tell.
        const { code, message } = error as NodeJS.ErrnoException;
        if (code !== 'ENOENT') this.#say(`${folder}: changes will go unnoticed (${message})`);
      }
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.follow([]);
  }

  #heard(event: string, name: string | null): void {
    // A name that comes or goes can be that of a folder; some systems say no name at all.
    if (event !== 'rename' && name !== null && !name.endsWith('.toml')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#working = this.#working.then(this.#changed).catch(() => undefined);
    }, settle);
  }
}

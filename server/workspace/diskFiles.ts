/** Keeps the workspace's knowledge of the files on disk up to date. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TomlOptions } from '../../komodo/toml/index.ts';
import { Document } from './document.ts';
import { readTextFile } from './textFile.ts';
import { tomlFilesIn } from './tomlFiles.ts';
import type { Workspace } from './workspace.ts';

/** How many files are read at once: disks answer slowly, and between two files the editor is answered. */
const AT_ONCE = 16;

export class DiskFiles {
  readonly #workspace: Workspace;
  readonly #changed: () => void;
  readonly #log: (message: string) => void;
  /** Files to be read, by their URIs. */
  readonly #waiting = new Set<string>();
  #reading: Promise<void> | undefined;

  /**
   * @param changed is called after files were read
   * @param log is told which files can't be read
   */
  constructor(workspace: Workspace, changed: () => void, log: (message: string) => void) {
    this.#workspace = workspace;
    this.#changed = changed;
    this.#log = log;
  }

  /** Finds and reads the TOML files of a folder; others than `file:` folders have none for us. */
  async readFolder(uri: string): Promise<void> {
    if (!uri.startsWith('file:')) return;
    for await (const path of tomlFilesIn(fileURLToPath(uri))) {
      this.#waiting.add(pathToFileURL(path).href);
    }
    await this.#readWaiting();
  }

  /** Reads files anew; those that are gone are forgotten. An editor may tell of one file many times. */
  async readAnew(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if (uri.startsWith('file:') && uri.endsWith('.toml')) this.#waiting.add(uri);
    }
    await this.#readWaiting();
  }

  /** Settles when nothing waits any more. */
  async #readWaiting(): Promise<void> {
    while (this.#waiting.size > 0) {
      this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined));
      await this.#reading;
    }
  }

  async #readAll(): Promise<void> {
    // What is added while files are read stands in the set too.
    const readers = Array.from({ length: AT_ONCE }, async () => {
      for (const uri of this.#waiting) {
        this.#waiting.delete(uri);
        await this.#read(uri);
      }
    });
    await Promise.all(readers);
    this.#changed();
  }

  async #read(uri: string): Promise<void> {
    const path = fileURLToPath(uri);
    const file = await readTextFile(path);
    const isGone = 'isGone' in file;
    this.#workspace.noteFile(uri, isGone ? undefined : file);
    if ('unreadable' in file && !isGone) this.#log(`${path}: ${file.unreadable}`);
  }
}

/** A file as it is on disk; undefined where it can't be read. */
export async function documentOnDisk(
  uri: string,
  options: TomlOptions,
): Promise<Document | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  const file = await readTextFile(fileURLToPath(uri));
  return 'text' in file ? Document.of(uri, null, file.text, options) : undefined;
}

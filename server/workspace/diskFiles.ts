/** Keeps the workspace's knowledge of the files on disk up to date. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMarked } from '../../komodo/actions/index.ts';
import type { TomlOptions } from '../../komodo/toml/index.ts';
import { Document } from './document.ts';
import { canBeResourceFile, resourceFilesIn } from './resourceFiles.ts';
import { readBeginning, readTextFile } from './textFile.ts';
import type { Workspace } from './workspace.ts';

/** How many files are read at once: disks answer slowly, and between two files the editor is answered. */
const AT_ONCE = 16;

/** In bytes: by its first line a `.ts` file says that it is the script of an Action. */
const FIRST_LINE = 200;

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

  /** Finds and reads the files of a folder that can be Komodo's; others than `file:` folders have none for us. */
  async readFolder(uri: string): Promise<void> {
    if (!uri.startsWith('file:')) return;
    for await (const path of resourceFilesIn(fileURLToPath(uri))) {
      this.#waiting.add(pathToFileURL(path).href);
    }
    await this.#readWaiting();
  }

  /** Reads files anew; those that are gone are forgotten. An editor may tell of one file many times. */
  async readAnew(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if (uri.startsWith('file:') && canBeResourceFile(uri)) this.#waiting.add(uri);
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
      let isOurs = false;
      for (const uri of this.#waiting) {
        this.#waiting.delete(uri);
        isOurs = (await this.#read(uri)) || isOurs;
      }
      return isOurs;
    });
    const haveRead = await Promise.all(readers);
    if (haveRead.includes(true)) this.#changed();
  }

  /** Returns whether it is, or was, one of Komodo's. */
  async #read(uri: string): Promise<boolean> {
    const path = fileURLToPath(uri);
    // Most TypeScript files of a workspace are none of ours: of those no more is read than it takes to know.
    const isOther =
      uri.endsWith('.ts') &&
      !this.#workspace.isScriptByName(uri) &&
      !isMarked(await readBeginning(path, FIRST_LINE));
    if (isOther) return this.#workspace.noteFile(uri);
    const file = await readTextFile(path);
    const isGone = 'isGone' in file;
    const isKnown = this.#workspace.noteFile(uri, isGone ? undefined : file);
    if ('unreadable' in file && !isGone) this.#log(`${path}: ${file.unreadable}`);
    return isKnown || uri.endsWith('.toml');
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

/** The sandbox over a folder on disk: what `sandbox FOLDER` and `komodo-procedures sandbox` run. */
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { startSandbox } from './sandbox.ts';
import type { FileProblem, Sandbox } from './sandbox.ts';
import { readFolder, textIn } from './workspace/folder.ts';
import { FolderWatch } from './workspace/watch.ts';

export interface ServeOptions {
  readonly folder: string;
  readonly regexEngine: RegexEngine;
  readonly port?: number;
  /** Told of everything that is not in the sandbox, and why. */
  readonly say: (text: string) => void;
}

export interface FolderSandbox extends Sandbox {
  /** Reads the folder now, without waiting for the word of the file system. */
  readonly readAgain: () => Promise<void>;
}

/** Starts a sandbox that follows the TOML files of a folder. Rejects where the folder cannot be read. */
export async function serveFolder(options: ServeOptions): Promise<FolderSandbox> {
  const { folder, say } = options;
  const tell = ({ path, line, message }: FileProblem) =>
    say(`${path}${line === undefined ? '' : `:${line}`}: ${message}`);
  let contents = await readFolder(folder, say);
  const textOfFile = (path: string) => textIn(folder, path);
  const sandbox = await startSandbox({ ...options, files: contents.files, textOfFile });
  sandbox.problems.forEach(tell);
  const readAgain = async (): Promise<void> => {
    contents = await readFolder(folder, say);
    sandbox.reload(contents.files).forEach(tell);
    watch.follow(contents.folders);
  };
  const watch = new FolderWatch(readAgain, say);
  watch.follow(contents.folders);
  return {
    ...sandbox,
    readAgain,
    close: () => {
      watch.close();
      return sandbox.close();
    },
  };
}

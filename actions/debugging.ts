/** What the client loads to debug an Action: a bundle of its own, beside what it reads. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { placesInFile, scriptOfFile } from '../komodo/actions/index.ts';
import { debugAction, type DebuggedAction, type DebugOptions } from './debugAction.ts';
import type { Transpiled } from './debugModule.ts';
import { libraryFile } from './library/file.ts';

export interface DebuggingOptions extends Omit<DebugOptions, 'library' | 'transpile'> {
  /** The version of the Core. */
  readonly version: string;
}

/** As {@link debugAction}, with what lies in dist/. */
export function startDebugging(options: DebuggingOptions): Promise<DebuggedAction> {
  return debugAction({
    ...options,
    library: readFileSync(libraryFile(__dirname, options.version), 'utf8'),
    transpile: transpileApart,
  });
}

/** The script of a file of its own, with its places. */
export const scriptInFile = (text: string): Pick<DebugOptions, 'script' | 'places'> => ({
  script: scriptOfFile(text),
  places: placesInFile(text),
});

/** TypeScript is large: it is loaded in a thread, and gone with it. */
function transpileApart(text: string): Promise<Transpiled> {
  return new Promise((resolve, reject) => {
    new Worker(path.join(__dirname, 'transpiler.js'), { workerData: text })
      .once('message', resolve)
      .once('error', reject)
      .once('exit', () => reject(new Error('TypeScript has ended without an answer.')));
  });
}

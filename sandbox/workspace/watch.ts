/** Watches a folder for changes of TOML files. */
import { watch } from 'node:fs';

/** Changes that come closer together than this count as one, in milliseconds. */
const settle = 150;

/** Calls back after changes, never twice at once. What is returned ends it. */
export function watchFolder(folder: string, changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    // Some systems do not say which file it was.
    if (name !== null && !name.endsWith('.toml')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(changed).catch(() => undefined);
    }, settle);
  });
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

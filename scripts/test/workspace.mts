import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleWorkspace } from '../root.mts';

/**
 * A new folder for one run, in the system's folder for temporary files: VS Code keeps sockets in its user data, and a
 * socket's path has room for 107 bytes only. It goes with this process, unless that fails: then it is kept for its logs.
 */
export function runFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'komodo-test-'));
  process.once('exit', (code) => {
    if (code === 0) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
}

/** A copy of the sample workspace in a new folder, for tests to write in. */
export function copyOfSample(): string {
  const copy = path.join(runFolder(), 'harbour');
  cpSync(sampleWorkspace, copy, { recursive: true });
  return copy;
}

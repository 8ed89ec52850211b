import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process runs something under the same lock; waits for its turn.
 * A lock whose process is gone doesn't count.
 * @param folder the lock: a folder that exists while `work` runs
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const owner = path.join(folder, 'pid');
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let waits = 0; !take(folder, owner); waits++) {
    if (waits === 0) console.log(`Waiting for another process that holds ${folder} …`);
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function take(folder: string, owner: string): boolean {
  try {
    mkdirSync(folder);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isAlive(ownerOf(owner))) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

/** The process that holds the lock; this one while the file is not written yet. */
function ownerOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

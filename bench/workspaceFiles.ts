import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resourceFile } from './resourceFile.ts';

/** Lines of each file: what people have, who keep one file a stack or a Procedure. */
const LINES = 40;

/** Writes resource files into a new folder, fifty of them into each folder in it. @returns the folder */
export function workspaceOf(files: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), `komodo-bench-${files}-`));
  for (let number = 0; number < files; number++) {
    const inner = path.join(folder, `part-${Math.floor(number / 50)}`);
    mkdirSync(inner, { recursive: true });
    writeFileSync(path.join(inner, `file-${number}.toml`), resourceFile(LINES, number + 1));
  }
  return folder;
}

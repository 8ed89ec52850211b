/** Where the codes of diagnostics are explained. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Code } from '../../komodo/checks/index.ts';

/**
 * The address of a code's page.
 * @param folder with the pages
 * @param explains the editor has our command `komodo.explainCode`, which shows the page as a page; any other gets the
 *   address of its file, if it is there
 */
export function pageOfCode(folder: string, explains: boolean): (code: Code) => string | undefined {
  const known = new Map<Code, string | undefined>();
  return (code) => {
    if (!known.has(code)) known.set(code, explains ? commandFor(code) : fileOf(folder, code));
    return known.get(code);
  };
}

function commandFor(code: Code): string {
  return `command:komodo.explainCode?${encodeURIComponent(JSON.stringify([code]))}`;
}

function fileOf(folder: string, code: Code): string | undefined {
  const file = path.join(folder, `${code}.md`);
  return existsSync(file) ? pathToFileURL(file).href : undefined;
}

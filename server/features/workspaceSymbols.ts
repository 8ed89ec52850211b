import type { SymbolInformation } from 'vscode-languageserver';
import type { FileNames } from '../workspace/names.ts';
import { inWords } from './context.ts';
import { symbolOfKind } from './documentSymbols.ts';

/** More than anybody looks through; the editor asks again with every character. */
const MOST = 1000;

/**
 * What the files of the workspace define: the resources, Variables and user groups whose kind and name have the characters
 * of a query in their order, in whatever case ("stweb" finds the stack web).
 */
export function workspaceSymbols(files: Iterable<FileNames>, query: string): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: SymbolInformation[] = [];
  for (const { uri, definitions } of files) {
    for (const definition of definitions) {
      const { kind, name } = definition;
      if (!hasInOrder(`${inWords(kind)} ${name}`.toLowerCase(), wanted)) continue;
      found.push({
        name,
        kind: symbolOfKind(kind),
        location: { uri, range: definition.range },
        containerName: inWords(kind),
      });
      if (found.length === MOST) return found;
    }
  }
  return found;
}

function hasInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const sign of wanted) {
    at = text.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

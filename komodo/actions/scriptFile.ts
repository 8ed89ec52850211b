/** Scripts of Actions in files of their own. */

/** The first line of a file that says what it is; it is none of the script. */
const marker = /^\ufeff?\/\/+[\t ]*komodo:[\t ]*action\b[^\n]*(?:\n|$)/;

/** Whether a file says in its first line that it is the script of an Action. */
export function isMarked(text: string): boolean {
  return marker.test(text);
}

/** The script in a file, with `\n` between its lines. */
export function scriptOfFile(text: string): string {
  return text.replace(marker, '').replaceAll('\r\n', '\n');
}

/** A file with a script in it; what is there keeps its first line, and how its lines end. */
export function fileOfScript(script: string, before?: string): string {
  const first = before === undefined ? '// komodo: action\n' : (marker.exec(before)?.[0] ?? '');
  const eol = before?.includes('\r\n') ? '\r\n' : '\n';
  return first + script.replace(/\r?\n/g, eol);
}

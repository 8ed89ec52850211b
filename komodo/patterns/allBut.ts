/**
 * What is meant by a regex that looks ahead to leave names out, `^(?!web$).*`: all names but that one, or without the
 * `$` but those that begin with it. Core's regexes have no look-ahead. Undefined for any other regex.
 */
export function allBut(regex: string): ((name: string) => boolean) | undefined {
  const [, out, end] = /^\^\(\?!([\w-]+)(\$?)\)\.[*+]\$?$/.exec(regex) ?? [];
  if (out === undefined) return undefined;
  return end === '$' ? (name) => name !== out : (name) => !name.startsWith(out);
}

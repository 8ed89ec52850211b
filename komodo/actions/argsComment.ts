/** The `ARGS` that a script in a file of its own says for itself, where no Action does. */

/**
 * What stands behind the first `// komodo: args` of a file, from its first `{` to the end of the line: JSON, as a person
 * wrote it. Undefined where there is none.
 */
export function argsComment(text: string): string | undefined {
  return /^[\t ]*\/\/+[\t ]*komodo:[\t ]*args\b[^\n{]*(\{[^\r\n]*)/m.exec(text)?.[1]?.trim();
}

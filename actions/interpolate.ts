/** `[[NAME]]` in a script, as Core puts the values of Variables in before it runs the script. */

export interface VariableValue {
  readonly name: string;
  /** Core leaves an empty one out. */
  readonly value?: string;
  readonly is_secret?: boolean;
}

/**
 * The script with the values of the Variables it names; names that nobody defines stay as they are.
 * @throws Error where a `[[` is never closed: Core fails there as well
 */
export function interpolate(script: string, variables: readonly VariableValue[]): string {
  const values = new Map(variables.map(({ name, value = '' }) => [name, value]));
  let result = '';
  let at = 0;
  for (;;) {
    const open = script.indexOf('[[', at);
    if (open < 0) return result + script.slice(at);
    const close = script.indexOf(']]', open + 2);
    if (close < 0) {
      throw new Error('The script has a [[ that is never closed by ]]: Core can’t run it.');
    }
    const name = script.slice(open + 2, close);
    result += script.slice(at, open) + (values.get(name) ?? `[[${name}]]`);
    at = close + 2;
  }
}

/** What a script has printed, with `<NAME>` in place of every secret that stands there whole. */
export function maskSecrets(text: string, variables: readonly VariableValue[]): string {
  return variables.reduce(
    (masked, { name, value, is_secret: secret }) =>
      secret && value ? masked.replaceAll(value, `<${name}>`) : masked,
    text,
  );
}

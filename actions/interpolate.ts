/** `[[NAME]]` in a script, as Core puts the values of Variables in before it runs the script. */

export interface VariableValue {
  readonly name: string;
  /** Core leaves an empty one out. */
  readonly value?: string;
  readonly is_secret?: boolean;
}

/** A part of a script with values in it: what stands in the script from `start` on, or the value that was put there. */
export interface ScriptPart {
  readonly text: string;
  readonly start: number;
  readonly isValue: boolean;
}

/**
 * The script with the values of the Variables it names; names that nobody defines stay as they are.
 * @throws Error where a `[[` is never closed: Core fails there as well
 */
export function interpolate(script: string, variables: readonly VariableValue[]): string {
  return interpolated(script, variables)
    .map(({ text }) => text)
    .join('');
}

/** As {@link interpolate}, part by part. */
export function interpolated(
  script: string,
  variables: readonly VariableValue[],
): readonly ScriptPart[] {
  const values = new Map(variables.map(({ name, value = '' }) => [name, value]));
  const parts: ScriptPart[] = [];
  let at = 0;
  for (;;) {
    const open = script.indexOf('[[', at);
    if (open < 0) {
      parts.push({ text: script.slice(at), start: at, isValue: false });
      return parts;
    }
    const close = script.indexOf(']]', open + 2);
    if (close < 0) {
      throw new Error('The script has a [[ that is never closed by ]]: Core can’t run it.');
    }
    const value = values.get(script.slice(open + 2, close));
    const end = value === undefined ? close + 2 : open;
    parts.push({ text: script.slice(at, end), start: at, isValue: false });
    if (value !== undefined) parts.push({ text: value, start: open, isValue: true });
    at = close + 2;
  }
}

/**
 * `ARGS` with the values of the Variables they name: Core puts them in as JSON before it does so.
 * @throws Error where a value, by its quotes or the like, makes something else than JSON of them
 */
export function interpolatedArgs(args: unknown, variables: readonly VariableValue[]): unknown {
  const json = JSON.stringify(args);
  // Lists in lists look like a beginning; what ends it may stand in the script.
  if (!/\[\[[^]*\]\]/.test(json)) return args;
  try {
    return JSON.parse(interpolate(json, variables)) as unknown;
  } catch {
    throw new Error(
      'With the values of their [[VARIABLES]] the ARGS are no JSON: Core can’t run it.',
    );
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

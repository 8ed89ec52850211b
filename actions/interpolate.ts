/** `[[NAME]]` in a script, as Core puts values in before it runs the script. */
import type { Client } from '../api/index.ts';

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

/** The names of the API key that Core makes for a run, and of its secret. */
const keyNames = ['ACTION_API_KEY', 'ACTION_API_SECRET'] as const;

/** What can stand in `[[…]]`. */
export interface Values {
  readonly variables: readonly VariableValue[];
  /** The secrets of Core's own config: their names are told, their values to nobody. */
  readonly hidden: readonly string[];
}

/** What a script calls its Core with. */
export interface RunKey {
  readonly key: string;
  readonly secret: string;
}

/**
 * What a Core has to put in.
 * @throws CoreError when the Variables can't be read
 */
export async function valuesOf(core: Client, signal?: AbortSignal): Promise<Values> {
  const call = signal && { signal };
  const [variables, hidden] = await Promise.all([
    core.read('ListVariables', {}, call),
    // Not everybody may see these; then they are as good as not there.
    core.read('ListSecrets', {}, call).catch(() => []),
  ]);
  return { variables, hidden };
}

/**
 * All values of a run: those of Core, `<NAME>` for those that it keeps for itself, and a key in place of the one that Core
 * would make for the run.
 */
export function withRunKey(
  { variables, hidden }: Values,
  { key, secret }: RunKey,
): readonly VariableValue[] {
  const own = new Set<string>(keyNames);
  const known = new Set(variables.map(({ name }) => name));
  return [
    ...variables.filter(({ name }) => !own.has(name)),
    ...hidden
      .filter((name) => !known.has(name) && !own.has(name))
      .map((name) => ({ name, value: `<${name}>`, is_secret: true })),
    ...[key, secret].map((value, index) => ({ name: keyNames[index]!, value, is_secret: true })),
  ];
}

/**
 * The script with the values of the Variables it names; names that nobody defines stay as they are.
 * @throws Error where a `[[` is never closed: Core fails there as well
 */
export function interpolate(script: string, values: readonly VariableValue[]): string {
  return interpolated(script, values)
    .map(({ text }) => text)
    .join('');
}

/** As {@link interpolate}, part by part. Secrets come in a second pass, so that values of Variables may name them. */
export function interpolated(
  script: string,
  values: readonly VariableValue[],
): readonly ScriptPart[] {
  const map = (isSecret: boolean) =>
    new Map(
      values
        .filter(({ is_secret = false }) => is_secret === isSecret)
        .map(({ name, value = '' }) => [name, value]),
    );
  const whole: ScriptPart = { text: script, start: 0, isValue: false };
  return filled(filled([whole], map(false)), map(true));
}

function filled(
  parts: readonly ScriptPart[],
  values: ReadonlyMap<string, string>,
): readonly ScriptPart[] {
  const text = parts.map((part) => part.text).join('');
  const result: ScriptPart[] = [];
  let done = 0;
  let at = 0;
  for (;;) {
    const open = text.indexOf('[[', at);
    if (open < 0) return [...result, ...cut(parts, done, text.length)];
    const close = text.indexOf(']]', open + 2);
    if (close < 0) {
      throw new Error('The script has a [[ that is never closed by ]]: Core can’t run it.');
    }
    at = close + 2;
    const value = values.get(text.slice(open + 2, close));
    if (value === undefined) continue;
    const [first] = cut(parts, open, at);
    result.push(...cut(parts, done, open), { text: value, start: first!.start, isValue: true });
    done = at;
  }
}

/** The parts from one place of their text to another. */
function cut(parts: readonly ScriptPart[], from: number, to: number): ScriptPart[] {
  let begin = 0;
  return parts.flatMap(({ text, start, isValue }) => {
    const [first, last] = [Math.max(from - begin, 0), Math.min(to - begin, text.length)];
    begin += text.length;
    if (first >= last) return [];
    const moved = isValue ? start : start + first;
    return [{ text: text.slice(first, last), start: moved, isValue }];
  });
}

/**
 * `ARGS` with the values of the Variables they name: Core puts them in as JSON before it does so.
 * @throws Error where a value, by its quotes or the like, makes something else than JSON of them
 */
export function interpolatedArgs(args: unknown, values: readonly VariableValue[]): unknown {
  const json = JSON.stringify(args);
  // Lists in lists look like a beginning; what ends it may stand in the script.
  if (!/\[\[[^]*\]\]/.test(json)) return args;
  try {
    return JSON.parse(interpolate(json, values)) as unknown;
  } catch {
    throw new Error(
      'With the values of their [[VARIABLES]] the ARGS are no JSON: Core can’t run it.',
    );
  }
}

/** What there is to say of values that the script does not get as it would on Core; empty for most scripts. */
export function valueNotes(script: string, args: unknown, { variables, hidden }: Values): string[] {
  const open = variables.filter(({ is_secret }) => !is_secret);
  const text = interpolate(script, open) + JSON.stringify(interpolatedArgs(args, open));
  const uses = (name: string): boolean => text.includes(`[[${name}]]`);
  const masked = variables
    .filter(({ value = '', is_secret }) => is_secret && /^#+$/.test(value))
    .map(({ name }) => name);
  const list = (names: readonly string[]): string => names.map((name) => `[[${name}]]`).join(', ');
  const kept = hidden.filter((name) => !variables.some((variable) => variable.name === name));
  const [keys, unknown, unseen] = [keyNames, kept, masked].map((names) => names.filter(uses));
  return [
    ...(keys!.length > 0
      ? [`${list(keys!)}: a placeholder, which opens this rehearsal and nothing else.`]
      : []),
    ...(unknown!.length > 0
      ? [
          `${list(unknown!)}: a secret of Core’s own config, which tells it to nobody; <NAME> stands in for it.`,
        ]
      : []),
    ...(unseen!.length > 0
      ? [`${list(unseen!)}: a secret that Core shows to admins alone; #### stands in for it.`]
      : []),
  ];
}

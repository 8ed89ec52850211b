/** What a run has to give so that `ARGS` are as somebody wants them, and values as people type them. */
import { isObject, type Args } from './args.ts';

/**
 * The arguments of a run that Core makes the wanted ones of, see `mergeArgs`; as few as it takes.
 * @throws Error in words for people where there are none: Core can add to objects and lists, and take nothing away
 */
export function argsToGive(defaults: Args, wanted: Args): Args {
  return given(defaults, wanted, []);
}

function given(defaults: Args, wanted: Args, path: readonly string[]): Args {
  const missing = Object.keys(defaults).find((name) => !Object.hasOwn(wanted, name));
  if (missing !== undefined) {
    throw new Error(
      `Core adds to the defaults, so ${[...path, missing].join('.')} can’t be left out.`,
    );
  }
  const args: Args = {};
  for (const [name, value] of Object.entries(wanted)) {
    const before = defaults[name];
    if (isSame(before, value)) continue;
    const inside = [...path, name];
    if (isObject(before) && isObject(value)) args[name] = given(before, value, inside);
    else if (Array.isArray(before) && Array.isArray(value))
      args[name] = added(before, value, inside);
    else args[name] = value;
  }
  return args;
}

function added(before: unknown[], wanted: unknown[], path: readonly string[]): unknown[] {
  if (!before.every((item, index) => isSame(item, wanted[index]))) {
    const list = JSON.stringify(before);
    throw new Error(
      `Core adds to the default list, so ${path.join('.')} has to begin with ${list}.`,
    );
  }
  return wanted.slice(before.length);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value as it is shown and edited: text as it is, everything else as JSON. */
export const argText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/**
 * A value that somebody has typed in place of another, of the same type: text, number, truth value, else JSON.
 * @throws Error in words for people
 */
export function typedArg(text: string, instead: unknown): unknown {
  if (typeof instead === 'string') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof instead === 'number' && typeof value !== 'number') {
    throw new Error('Type a number, like 80 or 0.5.');
  }
  if (typeof instead === 'boolean' && typeof value !== 'boolean') {
    throw new Error('Type true or false.');
  }
  if (Array.isArray(instead) && !Array.isArray(value)) {
    throw new Error('Type a list as JSON, like ["a", "b"].');
  }
  if (isObject(instead) && !isObject(value)) {
    throw new Error('Type an object as JSON, like {"name": "value"}.');
  }
  if (value === undefined) throw new Error('Type a value as JSON: text stands in "double quotes".');
  return value;
}

/** A value of any type that somebody has typed: JSON where it is some, else text. */
export function looseArg(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `ARGS` of an Action: the default `arguments` in one of four formats, joined with those of a run. */
import { parse as parseYaml } from 'yaml';
import { dataOf, dateText, parse as parseToml, type Datum } from '../toml/index.ts';

export type ArgumentsFormat = 'key_value' | 'toml' | 'yaml' | 'json';
export type Args = Record<string, unknown>;

/**
 * The default arguments as Core reads them; only with `json` an empty text is an error.
 * @throws Error in words for people, where Core fails as well
 */
export function parseArguments(text: string, format: ArgumentsFormat = 'key_value'): Args {
  if (format === 'key_value') return parseKeyValues(text);
  let args: unknown;
  try {
    if (format === 'json') args = JSON.parse(text);
    else if (format === 'yaml') args = parseYaml(text) ?? {};
    else args = tomlValue(text);
  } catch (error) {
    throw new Error(`The arguments are no ${format.toUpperCase()}: ${(error as Error).message}`);
  }
  if (!isObject(args)) throw new Error('The arguments must be an object, names with values.');
  return args;
}

/**
 * Lines of `name = value` or `name: value`; values stay text. ` #` begins a comment, in quotes as well, and quotes go
 * only where they stand around name and value together.
 */
function parseKeyValues(text: string): Args {
  const pairs: [string, string][] = [];
  for (const [index, whole] of text.trim().split('\n').entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#') || line.startsWith('//')) continue;
    const [content = ''] = line.split(' #');
    const pair = content.trim().replace(/^-+/, '').trim();
    const at = pair.search(/[=:]/);
    if (at < 0) throw new Error(`Line ${index + 1} of the arguments has no = or : in it.`);
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    const around = /^["']/.test(name) && !/["']$/.test(name) && /["']$/.test(value);
    pairs.push(around ? [name.slice(1).trim(), value.slice(0, -1).trim()] : [name, value]);
  }
  return Object.fromEntries(pairs);
}

function tomlValue(text: string): unknown {
  const document = parseToml(text, { core: false });
  const { root, problems } = dataOf(document);
  const [problem] = problems;
  if (problem) throw new Error(problem.message);
  return plain(root);
}

function plain(datum: Datum): unknown {
  if (datum.kind === 'array') return datum.items.map(plain);
  if (datum.kind === 'table') {
    return Object.fromEntries([...datum.entries].map(([name, { value }]) => [name, plain(value)]));
  }
  const { node } = datum;
  if (node.kind === 'integer') return Number(node.value);
  // What the TOML crate hands on of a date or time, and scripts find in ARGS.
  if (node.kind === 'datetime') return { $__toml_private_datetime: dateText(node.value) };
  return 'value' in node ? node.value : null;
}

/**
 * As Core joins defaults with what a run gives: objects deep, arrays one after the other, else the run's value counts.
 * @throws Error in words for people, where an object or an array meets something else: Core fails as well
 */
export function mergeArgs(defaults: Args, given: Args): Args {
  const merged = { ...defaults };
  for (const [name, value] of Object.entries(given)) {
    const before = merged[name];
    if (isObject(before)) {
      if (!isObject(value)) throw new Error(`The argument \`${name}\` must be an object.`);
      merged[name] = mergeArgs(before, value);
    } else if (Array.isArray(before)) {
      if (!Array.isArray(value)) throw new Error(`The argument \`${name}\` must be an array.`);
      merged[name] = [...(before as unknown[]), ...(value as unknown[])];
    } else merged[name] = value;
  }
  return merged;
}

export function isObject(value: unknown): value is Args {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

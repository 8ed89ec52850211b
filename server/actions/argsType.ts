/** The type of `ARGS` in a script, by the default arguments of its Action. */
import { configOf, memberOf, textOf, type ResourceNode } from '../../komodo/resources/index.ts';
import { dataOf, parse, type Datum } from '../../komodo/toml/index.ts';

/**
 * The type as TypeScript; a run may give more than the defaults do. Undefined where nothing is known: no defaults, ones
 * that can't be read, or YAML.
 */
export function argsTypeOf(action: ResourceNode): string | undefined {
  const config = configOf(action);
  const text = (name: string) =>
    config && textOf(memberOf(config.table, config.definition, name)?.value)?.text;
  const written = text('arguments');
  if (written === undefined || written.trim() === '') return undefined;
  switch (text('arguments_format') ?? 'key_value') {
    case 'key_value':
      return typeOfKeys(written);
    case 'json':
      return typeOfJson(written);
    case 'toml':
      return typeOfDatum(dataOf(parse(written, { core: false })).root);
    default:
      return undefined;
  }
}

/** Every value is a text to Core. */
function typeOfKeys(text: string): string {
  const names = Array.from(
    text.matchAll(/^[ \t]*(?:- )?["']?([\w.-]+)[ \t]*[=:]/gm),
    ([, name]) => name!,
  );
  return objectOf(names.map((name) => [name, 'string']));
}

function typeOfJson(text: string): string | undefined {
  try {
    return typeOf(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return arrayOf(value.map(typeOf));
  if (typeof value === 'object' && value !== null) {
    return objectOf(Object.entries(value).map(([name, inner]) => [name, typeOf(inner)]));
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? typeof value : 'any';
}

function typeOfDatum(datum: Datum): string {
  if (datum.kind === 'array') return arrayOf(datum.items.map(typeOfDatum));
  if (datum.kind === 'table') {
    return objectOf(
      [...datum.entries.values()].map(({ name, value }) => [name, typeOfDatum(value)]),
    );
  }
  const { kind } = datum.node;
  if (kind === 'integer' || kind === 'float') return 'number';
  return kind === 'string' || kind === 'boolean' ? kind : 'any';
}

/** Core joins the arrays of the defaults and of a run, so that more may be in them. */
function arrayOf(items: readonly string[]): string {
  const [first = 'any'] = items;
  return items.every((item) => item === first) ? `(${first})[]` : 'any[]';
}

function objectOf(members: readonly (readonly [string, string])[]): string {
  const distinct = new Map(members);
  const own = [...distinct].map(([name, type]) => `${JSON.stringify(name)}: ${type}; `);
  return `{ ${own.join('')}[name: string]: any }`;
}

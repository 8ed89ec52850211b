/**
 * `YAML` and `TOML` of scripts where jsr.io, from which Core takes both when a script runs, can't be reached: under the
 * names that Core's wrapper gives them, the nearest that npm has, js-yaml and smol-toml.
 */
import { DEFAULT_SCHEMA, dump, load, loadAll, Type, type DumpOptions } from 'js-yaml';
import { parse, stringify, TomlDate } from 'smol-toml';

/**
 * Integers as @std/yaml reads them, by YAML 1.1: `0750` is octal and `1_000` a thousand, `0o17` is text. In modes of files it matters.
 */
const integer = new Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: (text: unknown) =>
    typeof text === 'string' &&
    /^[-+]?(?:0|0b[01_]+|0x[\da-fA-F_]+|0[0-7_]+|[1-9][\d_]*)$/.test(text) &&
    !text.endsWith('_'),
  construct: (text: string) => {
    const digits = text.replaceAll('_', '').replace(/^[-+]/, '');
    const value = Number(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
    return text.startsWith('-') && value !== 0 ? -value : value;
  },
  predicate: (value: unknown) => Number.isInteger(value) && !Object.is(value, -0),
  represent: { decimal: (value: object) => (value as unknown as number).toString() },
  defaultStyle: 'decimal',
});
const schema = DEFAULT_SCHEMA.extend({ implicit: [integer] });

const parseYaml = (text: string): unknown => load(text, { schema }) ?? null;

/** Options of @std/yaml that js-yaml calls otherwise. */
interface StringifyOptions extends DumpOptions {
  readonly arrayIndent?: boolean;
  readonly useAnchors?: boolean;
  readonly compatMode?: boolean;
}

export const YAML = {
  parse: parseYaml,
  parseAll: (text: string): unknown => loadAll(text, undefined, { schema }),
  parseDockerCompose: parseYaml,
  stringify: (value: unknown, options: StringifyOptions = {}): string =>
    dump(value, {
      ...options,
      schema,
      noArrayIndent: options.arrayIndent === false,
      noRefs: options.useAnchors === false,
      noCompatMode: options.compatMode === false,
    }),
};

const parseToml = (text: string): unknown => plain(parse(text));

/** Tables as objects that have the methods of objects, dates as those of Core. */
function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return dateOf(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** What has no zone is in UTC; a time of day is text. */
function dateOf(date: TomlDate): Date | string {
  const text = date.toISOString();
  if (date.isTime()) return text.replace(/\.000$/, '');
  return new Date(date.isLocal() && date.isDateTime() ? `${text}Z` : text);
}

export const TOML = {
  parse: parseToml,
  parseResourceToml: parseToml,
  parseCargoToml: parseToml,
  stringify: (value: unknown): string => stringify(value),
};

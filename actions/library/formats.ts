/**
 * `YAML` and `TOML` of scripts, under the names that Core's wrapper gives them. Core takes both from jsr.io when a script
 * runs; a rehearsal works offline, with the nearest that npm has: js-yaml, which @std/yaml is made from, and smol-toml.
 */
import { dump, load, loadAll } from 'js-yaml';
import { parse, stringify } from 'smol-toml';

const parseYaml = (text: string): unknown => load(text);

export const YAML = {
  parse: parseYaml,
  parseAll: (text: string): unknown => loadAll(text),
  parseDockerCompose: parseYaml,
  stringify: (value: unknown): string => dump(value),
};

const parseToml = (text: string): unknown => plain(parse(text));

/** Tables as objects that have the methods of objects. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

export const TOML = {
  parse: parseToml,
  parseResourceToml: parseToml,
  parseCargoToml: parseToml,
  stringify: (value: unknown): string => stringify(value),
};

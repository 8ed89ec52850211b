/** Entries of lists, which tell less of a resource than its config. */
import { record, type Item } from './requests.ts';

/** How a list calls the state of something that Core has not looked at yet. */
const unknownStates: Readonly<Record<string, string>> = {
  Server: 'NotOk',
  Swarm: 'Unknown',
  Stack: 'unknown',
  Deployment: 'unknown',
  Build: 'Unknown',
  Repo: 'Unknown',
  Procedure: 'Unknown',
  Action: 'Unknown',
  ResourceSync: 'Unknown',
};

/** Fields of `info` that only say whether there is such a text. */
const given: Readonly<Record<string, string>> = {
  file_contents: 'file_contents',
  dockerfile_contents: 'dockerfile',
};

/**
 * The `info` of a list's entry, with what follows from the config as it would be.
 * @param before the `info` that Core tells; empty for a new resource, whose state nobody knows
 */
export function infoOf(kind: string, config: Item, before: Item): Item {
  const isNew = Object.keys(before).length === 0;
  const info: Item = isNew && kind in unknownStates ? { state: unknownStates[kind] } : {};
  for (const field of isNew ? Object.keys(config) : Object.keys(before)) {
    if (field in given) info[field] = record(config)[given[field]!] !== '';
    else if (field === 'stages')
      info[field] = Array.isArray(config.stages) ? config.stages.length : 0;
    else if (isPlain(config[field])) info[field] = config[field];
  }
  return { ...before, ...info };
}

/** Texts, numbers and versions stand in a list as they do in a config. */
const isPlain = (value: unknown): boolean =>
  value !== undefined && (typeof value !== 'object' || 'major' in record(value));

/** Whether a name holds all terms of a query, whatever their case. */
export function hasTerms(name: string, terms: readonly string[]): boolean {
  const text = name.toLowerCase();
  return terms.every((term) => text.includes(term.toLowerCase()));
}

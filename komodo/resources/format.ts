/**
 * The three ways in which serde is handed values, and how they differ. Core reads resource files as TOML; but the params
 * of an execution stand before its type (in the order of the alphabet), so they are set aside until the type is known and
 * read from there. Requests are read as JSON.
 */
import type { Given, GivenArray, GivenTable } from './given.ts';
import { debugText, elements, floatWithPoint, jsonFloat } from './rustText.ts';

export interface Format {
  readonly name: 'toml' | 'buffered' | 'json';
  /** What was found instead of what was hoped for. */
  found(given: Given): string;
  /** Why an array with more items than a struct has fields is refused; undefined where the rest is passed over. */
  tooLong(array: GivenArray, fields: number): string | undefined;
  /** Why no variant of an enum can be named by a value that is no string; undefined where its only key names one. */
  noVariant(given: Given): string | undefined;
  /** Why a variant that holds nothing cannot have a value (`{ Cron = 1 }`); undefined where it can. */
  noUnit(given: Given): string | undefined;
}

export const toml: Format = {
  name: 'toml',
  found: foundInToml,
  tooLong: () => undefined,
  noVariant(given) {
    if (given.kind !== 'table' || given.isDate) return 'wanted string or table';
    if (given.entries.length === 1) return undefined;
    return `wanted exactly 1 element, ${given.entries.length === 0 ? 'found 0 elements' : 'more than 1 element'}`;
  },
  noUnit(given) {
    if (given.kind === 'array') return given.items.length > 0 ? 'expected empty array' : undefined;
    if (given.kind === 'table' && !given.isDate)
      return given.entries.length > 0 ? 'expected empty table' : undefined;
    const kind = given.kind === 'broken' ? (given.isTooBig ?? given.kind) : given.kind;
    return `expected table, found ${kind === 'table' ? 'datetime' : kind}`;
  },
};

export const buffered: Format = {
  name: 'buffered',
  found: foundInToml,
  tooLong: ({ items }, fields) =>
    items.length > fields
      ? `invalid length ${items.length}, expected ${elements(fields)} in sequence`
      : undefined,
  noVariant: (given) => noSingleKey(given, foundInToml),
  noUnit: (given) =>
    given.kind === 'table' && given.entries.length === 0
      ? undefined
      : `invalid type: ${foundInToml(given)}, expected unit`,
};

export const json: Format = {
  name: 'json',
  found: foundInJson,
  tooLong: ({ items }, fields) =>
    items.length > fields
      ? `invalid length ${items.length}, expected fewer elements in array`
      : undefined,
  noVariant: (given) => noSingleKey(given, foundInJson),
  noUnit: (given) =>
    given.kind === 'null' ? undefined : `invalid type: ${foundInJson(given)}, expected unit`,
};

function noSingleKey(given: Given, found: (given: Given) => string): string | undefined {
  if (given.kind !== 'table') return `invalid type: ${found(given)}, expected string or map`;
  return isSingle(given) ? undefined : 'invalid value: map, expected map with a single key';
}

function isSingle({ entries }: GivenTable): boolean {
  return entries.length === 1;
}

function foundInToml(given: Given): string {
  switch (given.kind) {
    case 'string':
      return `string ${debugText(given.value)}`;
    case 'integer':
      return `integer \`${given.value}\`${width(given.value)}`;
    case 'float':
      return `floating point \`${floatWithPoint(given.value)}\``;
    case 'boolean':
      return `boolean \`${given.value}\``;
    case 'array':
      return 'sequence';
    case 'table':
      return 'map';
    case 'null':
    case 'broken':
      return 'unit value';
  }
}

function foundInJson(given: Given): string {
  if (given.kind === 'null') return 'null';
  if (given.kind === 'float') return `floating point \`${jsonFloat(given.value)}\``;
  return foundInToml(given);
}

/** Integers that fit 64 bits with a sign, or without, are called just that. */
function width(value: bigint): string {
  if (value >= -(2n ** 63n) && value < 2n ** 64n) return '';
  return value < 2n ** 127n ? ' as i128' : ' as u128';
}

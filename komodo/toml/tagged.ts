import type { DateTimeNode, Datum, ScalarDatum } from './tree.ts';

interface TaggedScalar {
  readonly type: string;
  readonly value: string;
}

/** The JSON that toml-test compares: tables as objects, each scalar as its type and its text. */
export type Tagged = { [name: string]: Tagged } | Tagged[] | TaggedScalar;

/** @throws on a value that is missing or invalid: there is nothing to compare. */
export function tagged(datum: Datum): Tagged {
  if (datum.kind === 'array') return datum.items.map(tagged);
  if (datum.kind === 'scalar') return taggedScalar(datum.node);
  return Object.fromEntries([...datum.entries].map(([name, { value }]) => [name, tagged(value)]));
}

const TYPES: Record<DateTimeNode['form'], string> = {
  'offset-date-time': 'datetime',
  'local-date-time': 'datetime-local',
  'local-date': 'date-local',
  'local-time': 'time-local',
};

function taggedScalar(node: ScalarDatum['node']): TaggedScalar {
  switch (node.kind) {
    case 'boolean':
      return { type: 'bool', value: String(node.value) };
    case 'datetime':
      return { type: TYPES[node.form], value: node.value };
    case 'float':
      return { type: 'float', value: Object.is(node.value, -0) ? '-0' : String(node.value) };
    case 'integer':
    case 'string':
      return { type: node.kind, value: String(node.value) };
    default:
      throw new Error(`there is no ${node.kind} in tagged JSON`);
  }
}

/** The same value with each number and date in the one form that all that write it otherwise are brought to. */
export function comparable(value: Tagged): Tagged {
  if (Array.isArray(value)) return value.map(comparable);
  if (isScalar(value)) return { type: value.type, value: comparableText(value) };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each)]));
}

const isScalar = (value: Tagged): value is TaggedScalar =>
  'type' in value && typeof value.type === 'string';

function comparableText({ type, value }: TaggedScalar): string {
  if (type === 'float') {
    const number = Number(value.replace('inf', 'Infinity'));
    return Object.is(number, -0) ? '-0' : String(number);
  }
  const time = type.includes('time') ? TIME.exec(value) : null;
  if (time === null) return value;
  const [, date = '', clock = '', seconds = ':00', fraction = '', zone = ''] = time;
  // The crate keeps nine digits, toml-test writes three at least.
  const digits = fraction.slice(0, 9).replace(/0+$/, '');
  return `${date} ${clock}${seconds}.${digits} ${zone.toUpperCase().replace('-00:00', '+00:00')}`;
}

const TIME = /^(\d{4}-\d\d-\d\d)?[Tt ]?(\d\d:\d\d)(:\d\d)?(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)?$/;

import type { Datum, ScalarDatum } from '../tree.ts';

/** The JSON that toml-test compares: tables as objects, each scalar as its type and its text. */
export type Tagged = { [name: string]: Tagged } | Tagged[] | { type: string; value: string };

/** @throws on a value that is missing or invalid: there is nothing to compare. */
export function tagged(datum: Datum): Tagged {
  if (datum.kind === 'array') return datum.items.map(tagged);
  if (datum.kind === 'scalar') return taggedScalar(datum.node);
  return Object.fromEntries([...datum.entries].map(([name, { value }]) => [name, tagged(value)]));
}

function taggedScalar(node: ScalarDatum['node']): Tagged {
  switch (node.kind) {
    case 'string':
      return { type: 'string', value: node.value };
    case 'integer':
      return { type: 'integer', value: node.value.toString() };
    case 'float':
      return { type: 'float', value: floatText(node.value) };
    case 'boolean':
      return { type: 'bool', value: String(node.value) };
    case 'datetime':
      return {
        type: node.form
          .replace('offset-date-time', 'datetime')
          .replace('local-date-time', 'datetime-local')
          .replace('local-date', 'date-local')
          .replace('local-time', 'time-local'),
        value: node.value,
      };
    default:
      throw new Error(`no value: ${node.kind}`);
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

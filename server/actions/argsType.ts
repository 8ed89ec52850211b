/** The type of `ARGS` in a script, by the default arguments of its Action. */
import { parseArguments, type ArgumentsFormat } from '../../komodo/actions/args.ts';
import {
  configOf,
  memberOf,
  perResource,
  textOf,
  type ResourceNode,
} from '../../komodo/resources/index.ts';

/**
 * The type as TypeScript; a run may give more than the defaults do. Undefined where nothing is known: no defaults, or ones
 * that Core can't read.
 */
export const argsTypeOf = perResource((action): string | undefined => {
  const written = textIn(action, 'arguments');
  if (written === undefined || written.trim() === '') return undefined;
  const format = textIn(action, 'arguments_format') as ArgumentsFormat | undefined;
  try {
    return typeOf(parseArguments(written, format));
  } catch {
    return undefined;
  }
});

function textIn(action: ResourceNode, name: string): string | undefined {
  const config = configOf(action);
  return config && textOf(memberOf(config.table, config.definition, name)?.value)?.text;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return arrayOf(value.map(typeOf));
  if (typeof value === 'object' && value !== null) {
    return objectOf(Object.entries(value).map(([name, inner]) => [name, typeOf(inner)]));
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? typeof value : 'any';
}

/** Core joins the arrays of the defaults and of a run, so that more may be in them. */
function arrayOf(items: readonly string[]): string {
  const [first = 'any'] = items;
  return items.every((item) => item === first) ? `(${first})[]` : 'any[]';
}

function objectOf(members: readonly (readonly [string, string])[]): string {
  const own = members.map(([name, type]) => `${JSON.stringify(name)}: ${type}; `);
  return `{ ${own.join('')}[name: string]: any }`;
}

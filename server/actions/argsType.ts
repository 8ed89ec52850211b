/** The type of `ARGS` in a script, by the default arguments of its Action. */
import { defaultArgsOf } from '../../komodo/names/index.ts';
import { perResource } from '../../komodo/resources/index.ts';

/**
 * The type as TypeScript; a run may give more than the defaults do. Undefined where nothing is known: no defaults, or ones
 * that Core can't read.
 */
export const argsTypeOf = perResource((action, toml): string | undefined => {
  const defaults = defaultArgsOf(action, toml);
  return defaults && typeOf(defaults.args);
});

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

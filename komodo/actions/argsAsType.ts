/** The type of `ARGS`, by a value of it. */
import { argsComment } from './argsComment.ts';

/** The type of arguments, or of one of them, as TypeScript; a run may give more than there is. */
export function typeOfArgs(args: unknown): string {
  if (Array.isArray(args)) return arrayOf(args.map(typeOfArgs));
  if (typeof args === 'object' && args !== null) {
    return objectOf(Object.entries(args).map(([name, inner]) => [name, typeOfArgs(inner)]));
  }
  return ['string', 'number', 'boolean'].includes(typeof args) ? typeof args : 'any';
}

/** Other arguments of the same type, which say nothing of what these are. */
export function exampleOf(args: unknown): unknown {
  if (Array.isArray(args)) {
    const byText = args.map((item) => [JSON.stringify(exampleOf(item)), exampleOf(item)] as const);
    return [...new Map(byText).values()];
  }
  if (typeof args === 'object' && args !== null) {
    return Object.fromEntries(
      Object.entries(args).map(([name, inner]) => [name, exampleOf(inner)]),
    );
  }
  if (typeof args === 'string') return '';
  if (typeof args === 'number') return 0;
  return typeof args === 'boolean' ? false : null;
}

/** The arguments that a comment of a file says; undefined where there is none, or no JSON in it. */
export function argsOfComment(text: string): object | undefined {
  try {
    const args: unknown = JSON.parse(argsComment(text) ?? 'null');
    return typeof args === 'object' && args !== null && !Array.isArray(args) ? args : undefined;
  } catch {
    return undefined;
  }
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

/** The services of a Stack, of which executions on it can pick some. */
import { parse } from 'yaml';
import { configOf, flagOf, memberOf, textOf, type ResourceNode } from '../resources/index.ts';

export interface Service {
  readonly name: string;
  /** Left out where the file gives none, as of one that is built. */
  readonly image?: string;
}

/** The compose file of a Stack, where it is the one that stands in its config; elsewhere nobody knows what it says. */
export function composeOf(resource: ResourceNode): string | undefined {
  const config = resource.kind === 'stack' ? configOf(resource) : undefined;
  if (!config) return undefined;
  const member = (name: string) => memberOf(config.table, config.definition, name)?.value;
  // Core looks for the files of a host first, then of a repository.
  if (flagOf(member('files_on_host'), false)) return undefined;
  if (['linked_repo', 'repo'].some((name) => (textOf(member(name))?.text ?? '') !== ''))
    return undefined;
  const contents = textOf(member('file_contents'))?.text ?? '';
  return contents === '' ? undefined : contents;
}

/** The services of a compose file; undefined where it is none, or takes in others. */
export function servicesIn(compose: string): readonly Service[] | undefined {
  let file: unknown;
  try {
    // Tags of compose's own, like `!reset`, are nothing to warn of.
    file = parse(compose, { merge: true, logLevel: 'error' });
  } catch {
    return undefined;
  }
  if (!isTable(file) || 'include' in file || !isTable(file.services)) return undefined;
  return Object.entries(file.services).map(([name, service]) => {
    const image = isTable(service) ? service.image : undefined;
    return { name, ...(typeof image === 'string' && { image }) };
  });
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const known = new WeakMap<object, { readonly services: readonly Service[] | undefined }>();

/** The services of a Stack that a file defines; undefined where it does not tell them. They are looked for once. */
export function servicesOf(stack: { readonly compose?: string }): readonly Service[] | undefined {
  if (stack.compose === undefined) return undefined;
  let found = known.get(stack);
  if (!found) {
    found = { services: servicesIn(stack.compose) };
    known.set(stack, found);
  }
  return found.services;
}

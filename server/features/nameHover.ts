import type { ResourceKind } from '../../komodo/inventory/inventory.ts';
import type { NameKind } from '../../komodo/names/index.ts';
import { inWords, itemsOf, type Context } from './context.ts';
import { code, codes, paragraphs } from './markdown.ts';

/** Markdown on a name that a file speaks of: what it names, its tags and state, and where it is known. */
export function nameHover(
  name: string,
  kinds: readonly NameKind[],
  context: Context,
): string | undefined {
  const parts = kinds.flatMap((kind) => resourceInWords(name, kind as ResourceKind, context) ?? []);
  if (parts.length > 0) return paragraphs(...parts);
  const [kind] = kinds;
  if (kind === undefined || kind === 'tag') return undefined;
  const where = context.core ? `${context.core.label} or this workspace` : 'this workspace';
  return `There is no ${kinds.map((each) => inWords(each)).join(' or ')} ${code(name)} in ${where}.`;
}

function resourceInWords(name: string, kind: ResourceKind, context: Context): string | undefined {
  const onCore = context.core && itemsOf(context.core, kind).find((item) => item.name === name);
  const inFiles = itemsOf(context.workspace, kind).find((item) => item.name === name);
  const item = onCore ?? inFiles;
  if (!item) return undefined;
  const facts = [
    onCore?.state && `state ${onCore.state}`,
    item.tags && item.tags.length > 0 && `tags ${codes(item.tags)}`,
    item.template && 'a template',
    context.core && (onCore ? `on ${context.core.label}` : `not on ${context.core.label}`),
    inFiles ? 'defined in this workspace' : 'not defined in this workspace',
  ].filter((fact) => typeof fact === 'string');
  return `**${name}** — ${inWords(kind)}; ${facts.join('; ')}`;
}

import { resourceKinds, type ResourceKind } from '../../komodo/inventory/inventory.ts';
import type { NameKind } from '../../komodo/names/index.ts';
import { counted } from '../../komodo/preview/index.ts';
import {
  effectiveInventory,
  hasName,
  inWords,
  isId,
  itemOf,
  itemsOf,
  type Context,
} from './context.ts';
import { fileName } from './fileName.ts';
import { code, codes, paragraphs } from './markdown.ts';
import type { NameAt } from './nameAt.ts';
import { useCount } from './navigation.ts';

/** Markdown on a name: what it names, its tags and state, where it is known, and how often it is used. */
export function nameHover(
  { name, kinds, isDefinition }: Pick<NameAt, 'name' | 'kinds' | 'isDefinition'>,
  context: Context,
): string | undefined {
  if (kinds.includes('tag')) return tagInWords(name, context);
  const parts = kinds.flatMap((kind) => nameInWords(name, kind, context) ?? []);
  if (parts.length === 0 && isId(name)) return idInWords(name, kinds, context);
  if (parts.length > 0) {
    const used = isDefinition ? useCount({ name, kinds }, context) : 0;
    return paragraphs(...parts, used > 0 ? `Used by ${used}.` : undefined);
  }
  if (kinds.length === 0) return undefined;
  const where = context.core ? `${context.core.label} or this workspace` : 'this workspace';
  if (kinds.includes('variable')) {
    if (context.core?.secrets?.includes(name))
      return `**${name}** — secret in the configuration of ${context.core.label}`;
    const whose = context.core?.secrets ? 'a Periphery' : 'Core or a Periphery';
    return `There is no Variable ${code(name)} in ${where}. It can be a secret in the config of ${whose}.`;
  }
  return `There is no ${kinds.map((each) => inWords(each)).join(' or ')} ${code(name)} in ${where}.`;
}

/** What has an id, which Core takes in the place of a name. */
function idInWords(id: string, kinds: readonly NameKind[], context: Context): string {
  const { core } = context;
  if (!core) return `${code(id)} is an id. No Core is connected that could tell whose.`;
  const found = kinds.flatMap((kind) => {
    const item = itemOf(core, kind, id);
    return item ? (nameInWords(item.name, kind, context) ?? []) : [];
  });
  if (found.length > 0) return paragraphs(...found, `${code(id)} is its id.`);
  return `Nothing on ${core.label} has the id ${code(id)}.`;
}

function nameInWords(name: string, kind: NameKind, context: Context): string | undefined {
  const { core, workspace, index } = context;
  const onCore = itemOf(core, kind, name);
  const item = onCore ?? itemOf(workspace, kind, name);
  const state = onCore?.state;
  const [definition, another] = index.definitionsOf(kind, name);
  const isHere = definition !== undefined || hasName(workspace, kind, name);
  const isThere = core && hasName(core, kind, name);
  if (!isHere && !isThere) return undefined;
  const where = definition && !another ? fileName(definition.uri) : 'this workspace';
  const facts = [
    state && `state ${state}`,
    item?.tags && item.tags.length > 0 && `tags ${codes(item.tags)}`,
    item?.template && 'a template',
    core && kind !== 'user_group' && (isThere ? `on ${core.label}` : `not on ${core.label}`),
    isHere ? `defined in ${where}` : 'not defined in this workspace',
  ].filter((fact) => typeof fact === 'string');
  return `**${name}** — ${inWords(kind)}; ${facts.join('; ')}`;
}

/** What has a tag, of the names that count. */
function tagInWords(name: string, context: Context): string {
  const inventory = effectiveInventory(context);
  const counts = resourceKinds.flatMap((kind: ResourceKind) => {
    const { length } = itemsOf(inventory, kind).filter((item) => item.tags?.includes(name));
    return length > 0 ? [counted(length, kind)] : [];
  });
  const whose = context.core ? `of ${context.core.label}` : 'of this workspace';
  return `**${name}** — tag; on ${counts.length > 0 ? `${counts.join(', ')} ${whose}` : `nothing ${whose}`}`;
}

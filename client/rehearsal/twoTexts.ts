/** A resource as Core has it and as it would be, as texts for a diff. */
import type { ChangedResource } from '../../actions/index.ts';
import { resourceKinds, type ResourceKind } from '../../komodo/inventory/inventory.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { bothStates, storedResource, type NameOfId } from '../../komodo/stored/index.ts';

export interface TwoTexts {
  readonly before: string;
  readonly after: string;
  /** `toml`, or `json` where it can't be told as TOML. */
  readonly language: 'toml' | 'json';
}

/**
 * Both as TOML in Core's style. As JSON where Core's version is newer than we are, or would refuse the values.
 * @param core the Core's version
 */
export function twoTexts(
  { kind, name, before, after }: ChangedResource,
  core: string,
  nameOf: NameOfId,
): TwoTexts {
  if (kind === 'Variable') {
    const text = (fields: object) => variableText(name, fields);
    return { before: before ? text(before) : '', after: text(after), language: 'toml' };
  }
  const header = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase() as ResourceKind;
  const stored = (config: object) =>
    resourceKinds.includes(header) ? storedResource(header, { name, config }, nameOf) : undefined;
  const [old, next] = [stored(merged({}, before ?? {})), stored(merged(before ?? {}, after))];
  const states = old && next && bothStates(old, next, schemaFor(core));
  if (states) return { ...states, before: before ? states.before : '', language: 'toml' };
  const json = (config: object) => `${JSON.stringify({ name, config }, undefined, 2)}\n`;
  return { before: before ? json(before) : '', after: json(after), language: 'json' };
}

/** Builders and Alerters have their fields in `params`, which an update names in part. */
function merged(before: Record<string, unknown>, after: Record<string, unknown>): object {
  const { params: old, type } = before;
  const { params } = after;
  const isPart = typeof old === 'object' && typeof params === 'object' && type === after.type;
  return isPart ? { ...after, params: { ...old, ...params } } : after;
}

function variableText(name: string, fields: object): string {
  const { value = '', description, is_secret } = fields as Partial<Record<string, unknown>>;
  const line = (field: string, shown: unknown) => `${field} = ${JSON.stringify(shown)}`;
  return [
    '[[variable]]',
    line('name', name),
    ...(description ? [line('description', description)] : []),
    line('value', value),
    ...(is_secret ? [line('is_secret', true)] : []),
    '',
  ].join('\n');
}

/** A resource as Core has it and as it would be, as texts for a diff. */
import type { ChangedResource, Shown } from '../../actions/index.ts';
import type { ResourceKind } from '../../komodo/inventory/inventory.ts';
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
    const text = (fields: Shown | undefined) => (fields ? variableText(name, fields) : '');
    return { before: text(before), after: text(after), language: 'toml' };
  }
  const header = kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase() as ResourceKind;
  // One that is not there has no config: what is told of the other is then what is no default.
  const none: Shown = { name, config: {} };
  const stored = (state: Shown) => storedResource(header, state, nameOf);
  const [old, next] = [stored(before ?? none), stored(after ?? none)];
  const states = old && next && bothStates(old, next, schemaFor(core));
  const texts = states ?? { before: json(before), after: json(after) };
  return {
    before: before ? texts.before : '',
    after: after ? texts.after : '',
    language: states ? 'toml' : 'json',
  };
}

const json = (state: Shown | undefined): string => `${JSON.stringify(state, undefined, 2)}\n`;

function variableText(name: string, fields: Shown): string {
  const { value = '', description, is_secret } = fields;
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

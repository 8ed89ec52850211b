/** Variables of a file beside those of a Core. What is a secret on either side is not shown. */
import type { ResourceNode } from '../resources/index.ts';
import type { BothSides } from './bothSides.ts';
import type { Difference } from './differences.ts';
import type { StoredResource } from './storedResource.ts';

/** What a sync of a Variable would change; undefined where Core refuses the block. */
export function variableDifferences(
  { value: block }: ResourceNode,
  stored: StoredResource,
): readonly Difference[] | undefined {
  if (!block) return undefined;
  const onCore = fieldsOf(stored);
  return (['value', 'description', 'is_secret'] as const).flatMap((path): Difference[] => {
    const inFile = block.get(path) ?? (path === 'is_secret' ? false : '');
    const known = onCore[path];
    if (known === undefined || inFile === known) return [];
    const isHidden = path === 'value' && block.get('is_secret') === true;
    return [isHidden ? { path, inFile: '…', onCore: '…' } : { path, inFile, onCore: known }];
  });
}

/** Both sides as Core would write them. */
export function variableSides(
  { name, value: block }: ResourceNode,
  stored: StoredResource,
): BothSides | undefined {
  if (!block || !name) return undefined;
  const onCore = fieldsOf(stored);
  const isSecret = onCore.is_secret || block.get('is_secret') === true;
  const inFile = {
    value: textIn(block.get('value')),
    description: textIn(block.get('description')),
    is_secret: block.get('is_secret') === true,
  };
  const written = ({ value, description, is_secret }: Fields) =>
    [
      '[[variable]]',
      `name = ${JSON.stringify(name.text)}`,
      ...(description === '' ? [] : [`description = ${JSON.stringify(description)}`]),
      `value = ${JSON.stringify(isSecret ? '…' : (value ?? ''))}`,
      ...(is_secret ? ['is_secret = true'] : []),
      '',
    ].join('\n');
  return { file: written(inFile), core: written(onCore) };
}

interface Fields {
  readonly value: string | undefined;
  readonly description: string;
  readonly is_secret: boolean;
}

function fieldsOf({ description, config }: StoredResource): Fields {
  const { value, is_secret } = config as Partial<Fields>;
  return { value, description, is_secret: is_secret === true };
}

function textIn(json: unknown): string {
  return typeof json === 'string' ? json : '';
}

import { jsonText, type Json, type ResourceNode } from '../resources/index.ts';
import { isSame, storedValues, writtenValues, type ConfigValue } from './configs.ts';
import type { StoredResource } from './storedResource.ts';
import { variableDifferences } from './variables.ts';

/** Something that a sync would change. */
export interface Difference {
  /** The key as it is written in a file: `tags`, `config.server`. */
  readonly path: string;
  readonly inFile: Json;
  readonly onCore: Json;
}

/**
 * What a sync of a block would change on a Core, told as Core tells it: what the file leaves out counts as the default,
 * tags count in their order, and a version that the file leaves out does not count.
 * @returns undefined where that can't be told: Core refuses the block, or is newer than we are
 */
export function differencesBetween(
  resource: ResourceNode,
  stored: StoredResource,
): readonly Difference[] | undefined {
  if (stored.kind === 'variable') return variableDifferences(resource, stored);
  const written = writtenValues(resource);
  const known = storedValues(stored, resource.definition, resource.schema);
  if (!written || !known) return undefined;
  const { value, tags } = resource;
  const description = value?.get('description') ?? '';
  const template = value?.get('template') ?? false;
  const head: Difference[] = [
    { path: 'description', inFile: description, onCore: stored.description },
    { path: 'tags', inFile: tags.map(({ text }) => text), onCore: stored.tags },
    { path: 'template', inFile: template, onCore: stored.template },
  ];
  const config = written
    .filter((each) => !isKeptVersion(each))
    .flatMap((each): Difference[] => {
      const path = each.path.join('.');
      const other = known.find((candidate) => candidate.path.join('.') === path);
      return [{ path, inFile: each.value, onCore: other?.value ?? null }];
    });
  return [...head, ...config].filter(({ inFile, onCore }) => !isSame(inFile, onCore));
}

/** A build counts its version up by itself; a sync does not put it back to nothing. */
function isKeptVersion({ field, isDefault }: ConfigValue): boolean {
  const { type } = field ?? {};
  return isDefault && type?.kind === 'custom' && type.form === 'version';
}

/** A value in a sentence, not too long. */
export function valueInWords(value: Json): string {
  if (value === null || value === '') return 'nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : jsonText(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

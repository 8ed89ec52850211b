import { resourceKinds, type ResourceKind } from '../inventory/inventory.ts';

/** A resource, or a Variable, as a Core has it stored, as far as a resource file can say it. */
export interface StoredResource {
  readonly kind: ResourceKind | 'variable';
  readonly name: string;
  readonly description: string;
  /** Names, in Core's order. */
  readonly tags: readonly string[];
  readonly template: boolean;
  /**
   * The whole config as Core tells it in JSON, but with the names of resources in place of their ids; of a Variable its
   * `value` and `is_secret`, and of one that is secret no value.
   */
  readonly config: unknown;
}

/** What names are put in the place of: ids of resources and tags. */
export type NameOfId = (id: string) => string | undefined;

/** A resource out of an answer of Core; undefined for what is none. */
export function storedResource(
  kind: ResourceKind,
  answer: unknown,
  nameOf: NameOfId,
): StoredResource | undefined {
  const { name, description, tags, template, config } = fieldsOf(answer);
  if (!resourceKinds.includes(kind) || typeof name !== 'string') return undefined;
  return {
    kind,
    name,
    description: typeof description === 'string' ? description : '',
    tags: Array.isArray(tags) ? tags.map((id) => nameOf(String(id)) ?? String(id)) : [],
    template: template === true,
    config: withNames(config, nameOf),
  };
}

/** An id of Core is as good as unique, so that it can be known wherever it stands. */
function withNames(json: unknown, nameOf: NameOfId): unknown {
  if (typeof json === 'string') return /^[0-9a-f]{24}$/.test(json) ? (nameOf(json) ?? json) : json;
  if (Array.isArray(json)) return json.map((item) => withNames(item, nameOf));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, withNames(value, nameOf)]),
  );
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A Variable out of an answer of Core. The value of a secret goes nowhere. */
export function storedVariable(answer: {
  readonly name: string;
  readonly description?: string;
  readonly value?: string;
  readonly is_secret?: boolean;
}): StoredResource {
  const { name, description = '', value = '', is_secret = false } = answer;
  const config = { is_secret, ...(!is_secret && { value }) };
  return { kind: 'variable', name, description, tags: [], template: false, config };
}

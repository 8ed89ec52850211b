/** The kinds of block that a resource file holds: `[[stack]]`, `[[user_group]]`, `[[variable]]` … */
import type { Field, Schema } from './types.ts';

/** The kinds as their headers are written, in the order in which Core lists them. */
export const headerKinds = [
  'swarm',
  'server',
  'stack',
  'deployment',
  'build',
  'repo',
  'procedure',
  'action',
  'alerter',
  'builder',
  'resource_sync',
  'user_group',
  'variable',
] as const;
export type HeaderKind = (typeof headerKinds)[number];

export interface Kind {
  readonly kind: HeaderKind;
  readonly field: Field;
  /** Name of the struct that one block is. */
  readonly type: string;
}

/** The kinds that a version reads. */
export function kindsOf(schema: Schema): readonly Kind[] {
  return schema.root.fields.map((field) => ({
    kind: kindOfField(field),
    field,
    type: itemType(field),
  }));
}

/** The kind that a field of the root holds. */
export function kindOfField(field: Field): HeaderKind {
  return (field.preferred ?? field.name) as HeaderKind;
}

function itemType({ type, name }: Field): string {
  if (type.kind !== 'array' || type.of.kind !== 'ref')
    throw new Error(`${name} is no list of blocks`);
  return type.of.name;
}

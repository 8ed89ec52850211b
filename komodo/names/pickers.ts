/** The patterns in a block of a resource file, wherever they stand, with the places of their items. */
import { isResourceKind, type ResourceKind } from '../inventory/inventory.ts';
import { readPattern, type Pattern } from '../patterns/index.ts';
import { meaningOf, perResource, textOf, visitValues } from '../resources/index.ts';
import { placesWithin, type Place } from '../toml/index.ts';
import { disabledValuesOf } from './disabled.ts';
import { kindOfBatch, kindsNamedBy } from './kinds.ts';

export interface Picker {
  /** What it picks from. */
  readonly kind: ResourceKind;
  readonly pattern: Pattern;
  /** The string that holds it; in a script what stands between its quotes. */
  readonly place: Place;
  /** Where each item of the pattern is written. */
  readonly items: readonly Place[];
  /** It stands in an execution that is disabled, or in one of a stage that is. */
  readonly disabled?: true;
}

/**
 * The patterns of Batch executions, and those by which the permissions of a user group name their targets. One without
 * wildcard or regex is there too: its items are names and stand among the uses as well.
 */
export const pickersOf = perResource((resource, toml): readonly Picker[] => {
  const { schema } = resource;
  const pickers: Picker[] = [];
  const disabled = disabledValuesOf(resource, toml);
  visitValues(schema, meaningOf(resource), (meaning) => {
    const text = textOf(meaning.datum);
    if (!text?.text) return;
    const { owner, field } = meaning;
    const batch = field?.name === 'pattern' && owner ? kindOfBatch(owner.name, schema) : undefined;
    const [target] =
      owner?.name === 'ResourceTarget' && isPattern(text.text) ? kindsNamedBy(meaning, schema) : [];
    const kind = batch ?? target;
    if (kind === undefined || !isResourceKind(kind)) return;
    const pattern = readPattern(text.text, batch ? 'batch' : 'group');
    pickers.push({
      kind,
      pattern,
      place: text.place,
      items: placesWithin(toml, text.place, pattern.items),
      ...(disabled.has(meaning.datum!) && { disabled: true }),
    });
  });
  return pickers;
});

/** The patterns by which the permissions of a user group name their targets. */
export const permissionPatternsOf = perResource((resource, toml): readonly Picker[] =>
  resource.kind === 'user_group' ? pickersOf(resource, toml) : [],
);

/** The target of a user group's permission can be a pattern. */
export function isPattern(text: string): boolean {
  return /[*?\\]/.test(text);
}

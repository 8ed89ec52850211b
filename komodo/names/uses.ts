/** The names that a block of a resource file speaks of: of resources, tags and Variables. */
import {
  meaningOf,
  perResource,
  textOf,
  visitValues,
  type Meaning,
  type PlacedText,
  type ResourceNode,
} from '../resources/index.ts';
import { contentOf, placesWithin, type Place, type TomlDocument } from '../toml/index.ts';
import { readPattern, splitList } from '../patterns/index.ts';
import { disabledValuesOf } from './disabled.ts';
import { variablesIn } from './interpolation.ts';
import { kindOfBatch, kindsNamedBy, type NameKind } from './kinds.ts';
import { isPattern } from './pickers.ts';

export interface NameUse {
  /** What it can be the name of; more than one where a field takes several kinds. */
  readonly kinds: readonly NameKind[];
  readonly name: string;
  /** The name alone, without quotes. */
  readonly place: Place;
  /**
   * `field`: the value of a field is the name; `pattern`: an item of a pattern; `text`: `[[NAME]]` in a text; `script`:
   * what the script of an Action gives to the `komodo` client.
   */
  readonly in: 'field' | 'pattern' | 'text' | 'script';
  /** The field's name, where it is the value of one. */
  readonly field?: string;
  /** It can be the name of something else. */
  readonly unsure?: true;
  /** A script reads or writes it there, and runs nothing on it. */
  readonly runsNothing?: true;
  /** A script makes it there. */
  readonly makes?: true;
  /** It stands in an execution that is disabled, or in one of a stage that is. */
  readonly disabled?: true;
}

/**
 * The names a block uses, in the order of its keys; those in the script of an Action are not among them. A regex or
 * wildcard is no name, nor is an empty text.
 */
export const usesOf = perResource((resource, toml): readonly NameUse[] => {
  const uses: NameUse[] = [];
  const disabled = disabledValuesOf(resource, toml);
  visitValues(resource.schema, meaningOf(resource), (meaning) => {
    const text = textOf(meaning.datum);
    if (!text?.text) return;
    const found = usesInText(resource, toml, meaning, text);
    const isDisabled = disabled.has(meaning.datum!);
    uses.push(...(isDisabled ? found.map((use) => ({ ...use, disabled: true as const })) : found));
  });
  return uses;
});

function usesInText(
  { schema }: ResourceNode,
  toml: TomlDocument,
  meaning: Meaning,
  text: PlacedText,
): NameUse[] {
  const kinds = isPattern(text.text) ? [] : kindsNamedBy(meaning, schema);
  const uses: NameUse[] = [];
  const named = kinds.length > 0 ? namesIn(toml, meaning, text) : [];
  for (const { name, place } of named)
    uses.push({
      kinds,
      name,
      place,
      in: 'field',
      ...(meaning.field && { field: meaning.field.name }),
    });
  const { owner, field } = meaning;
  const kind = field?.name === 'pattern' && owner ? kindOfBatch(owner.name, schema) : undefined;
  if (kind) uses.push(...usesInPattern(kind, toml, text));
  if (text.text.includes('[['))
    for (const variable of variablesIn(toml, text.place))
      uses.push({ kinds: ['variable'], ...variable, in: 'text' });
  return uses;
}

/** A text that stands for a list holds several names. */
function namesIn(
  toml: TomlDocument,
  { type, datum }: Meaning,
  { text, place }: PlacedText,
): readonly Pick<NameUse, 'name' | 'place'>[] {
  if (type?.kind !== 'custom' || type.form !== 'string-list')
    return [{ name: text, place: contentOf(datum!) }];
  const entries = splitList(text);
  const places = placesWithin(toml, place, entries);
  return entries.map((entry, index) => ({ name: entry.text, place: places[index]! }));
}

/** The items of a pattern that are names, and no wildcards or regexes. */
function usesInPattern(kind: NameKind, toml: TomlDocument, { text, place }: PlacedText): NameUse[] {
  const names = readPattern(text, 'batch').items.filter((item) => item.onlyName !== undefined);
  const places = placesWithin(toml, place, names);
  return names.map(({ onlyName }, index) => {
    return { kinds: [kind], name: onlyName!, place: places[index]!, in: 'pattern' };
  });
}

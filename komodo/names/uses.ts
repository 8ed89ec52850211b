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
import { contentOf, placeWithin, spanOf, type Place, type TomlDocument } from '../toml/index.ts';
import { readPattern } from '../patterns/index.ts';
import { kindOfBatch, kindsNamedBy, type NameKind } from './kinds.ts';

export interface NameUse {
  /** What it can be the name of; more than one where a field takes several kinds. */
  readonly kinds: readonly NameKind[];
  readonly name: string;
  /** The name alone, without quotes. */
  readonly place: Place;
  /** `field`: the value of a field is the name; `pattern`: an item of a pattern; `text`: `[[NAME]]` in a text. */
  readonly in: 'field' | 'pattern' | 'text';
  /** The field's name, where it is the value of one. */
  readonly field?: string;
}

/** The names a block uses, in the order of its keys. A regex or wildcard is no name, nor is an empty text. */
export const usesOf = perResource((resource, toml): readonly NameUse[] => {
  const uses: NameUse[] = [];
  visitValues(resource.schema, meaningOf(resource), (meaning) => {
    const text = textOf(meaning.datum);
    if (text?.text) uses.push(...usesInText(resource, toml, meaning, text));
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
  if (kinds.length > 0) {
    const field = meaning.field?.name;
    const place = contentOf(meaning.datum!);
    uses.push({ kinds, name: text.text, place, in: 'field', ...(field && { field }) });
  }
  const { owner, field } = meaning;
  const kind = field?.name === 'pattern' && owner ? kindOfBatch(owner.name, schema) : undefined;
  if (kind) uses.push(...usesInPattern(kind, toml, text));
  if (text.text.includes('[[')) uses.push(...variablesIn(toml, text.place));
  return uses;
}

/** The target of a user group's permission can be a pattern. */
const isPattern = (text: string) => /[*?\\]/.test(text);

/** The items of a pattern that are names, and no wildcards or regexes. */
function usesInPattern(kind: NameKind, toml: TomlDocument, { text, place }: PlacedText): NameUse[] {
  const names = readPattern(text, 'batch').items.filter((item) => item.onlyName !== undefined);
  return names.map((item) => {
    return {
      kinds: [kind],
      name: item.onlyName!,
      place: placeWithin(toml, place, item),
      in: 'pattern',
    };
  });
}

/** `[[NAME]]`: Core puts the Variable, or the secret of its own config, of this name there. */
const interpolation = /\[\[([\w.-]+)\]\]/g;

function variablesIn(toml: TomlDocument, { block, start, end }: Place): NameUse[] {
  const span = spanOf(toml, { block, start, end });
  return Array.from(toml.text.slice(span.start, span.end).matchAll(interpolation), (found) => {
    const at = start + found.index + '[['.length;
    const place = { block, start: at, end: at + found[1]!.length };
    return { kinds: ['variable'], name: found[1]!, place, in: 'text' };
  });
}

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
import { contentOf, placesWithin, spanOf, type Place, type TomlDocument } from '../toml/index.ts';
import { readPattern } from '../patterns/index.ts';
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
}

/**
 * The names a block uses, in the order of its keys; those in the script of an Action are not among them. A regex or
 * wildcard is no name, nor is an empty text.
 */
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

/** The items of a pattern that are names, and no wildcards or regexes. */
function usesInPattern(kind: NameKind, toml: TomlDocument, { text, place }: PlacedText): NameUse[] {
  const names = readPattern(text, 'batch').items.filter((item) => item.onlyName !== undefined);
  const places = placesWithin(toml, place, names);
  return names.map(({ onlyName }, index) => {
    return { kinds: [kind], name: onlyName!, place: places[index]!, in: 'pattern' };
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

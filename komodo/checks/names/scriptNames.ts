import { isResourceKind, scriptNamesOf, type NameUse } from '../../names/index.ts';
import type { ResourceKind } from '../../inventory/inventory.ts';
import { perResource, similarNames, type ResourceNode } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { missing, storedOtherwise } from '../lookUp.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { inWords, oneOf, whereInWords, type Names } from '../world.ts';
import { calledOtherwise } from './unknownNames.ts';

/**
 * Names that the script of an Action gives to the `komodo` client and that are not there: the call fails when it is
 * reached, which the script may have foreseen.
 */
export const scriptNames: NameRule = (resource, toml, names) =>
  askedFor(resource, toml).flatMap((use): Finding[] => {
    const { kinds } = use;
    if (kinds.includes('tag')) return unknownTag(use, names);
    if (kinds.includes('variable')) return unknownVariable(use, names);
    return unknownResource(use, kinds.filter(isResourceKind), names, resource);
  });

/** The names of what must be there when the script runs. */
const askedFor = perResource((resource, toml): readonly NameUse[] => {
  const { uses, pickers } = scriptNamesOf(resource, toml);
  const inPatterns = new Set(pickers.flatMap(({ items }) => items));
  const made = new Set(uses.filter(({ makes }) => makes).flatMap(keysOf));
  return uses.filter(
    (use) =>
      !(use.makes ?? false) &&
      use.name !== '' &&
      !inPatterns.has(use.place) &&
      !keysOf(use).some((key) => made.has(key)) &&
      !hasPlaceholder(use.name) &&
      !use.name.includes('[['),
  );
});

const keysOf = ({ kinds, name }: NameUse) => kinds.map((kind) => `${kind} ${name}`);

function unknownResource(
  { name, place }: NameUse,
  kinds: readonly ResourceKind[],
  names: Names,
  { schema }: ResourceNode,
): Finding[] {
  if (kinds.length === 0) return [];
  const found = kinds
    .map((kind) => missing(kind, name, names))
    .filter((each) => each !== undefined);
  if (found.length < kinds.length) {
    const [stored] = kinds.flatMap((kind) => {
      const otherwise = storedOtherwise(kind, name, names, schema.version);
      return otherwise === undefined ? [] : [calledOtherwise(kind, name, otherwise, place)];
    });
    return stored ? [{ ...stored, class: 'surprising' }] : [];
  }
  const other = found.find(({ otherKind }) => otherKind)?.otherKind;
  const also = other ? `; what is called so is ${oneOf(other)}` : '';
  return [
    finding('unknown-resource', {
      what: `${kinds.map(inWords).join(' or ')} \`${name}\``,
      also,
      similar: found.flatMap(({ similar }) => similar),
      isUnsure: found.some(({ isUnsure }) => isUnsure),
      names,
      place,
    }),
  ];
}

/** Core refuses a query for a tag that it has not. */
function unknownTag({ name, place }: NameUse, names: Names): Finding[] {
  const { workspace, core } = names;
  const known = new Set([...workspace.tags, ...(core?.tags ?? [])]);
  if (known.size === 0 || known.has(name)) return [];
  const similar = similarNames(name, known);
  // What is tagged may be in another repository.
  if (!core && similar.length === 0) return [];
  const isUnsure = !core;
  return [finding('unknown-tag', { what: `tag \`${name}\``, similar, isUnsure, names, place })];
}

function unknownVariable({ name, place }: NameUse, names: Names): Finding[] {
  const { workspace, core } = names;
  const known = new Set([...workspace.variables, ...(core?.variables ?? [])]);
  if (known.size === 0 || known.has(name)) return [];
  const similar = similarNames(name, known);
  // Many keep Variables out of their files.
  if (!core && similar.length === 0) return [];
  const what = `Variable \`${name}\``;
  return [finding('unknown-variable', { what, similar, isUnsure: !core, names, place })];
}

interface Unknown extends Pick<NameUse, 'place'> {
  readonly what: string;
  readonly also?: string;
  readonly similar: readonly string[];
  readonly isUnsure: boolean;
  readonly names: Names;
}

function finding(
  code: Finding['code'],
  { what, also = '', similar, isUnsure, names, place }: Unknown,
): Finding {
  const then = isUnsure ? 'If Core has none either, this call fails.' : 'This call fails.';
  return {
    code,
    class: 'surprising',
    message: `There is no ${what} ${whereInWords(names)}${also}.${didYouMean(similar)} ${then}`,
    place,
    ...(isUnsure && { isUnsure }),
    mends: similar.flatMap((each) => changingTo(each, place)),
  };
}

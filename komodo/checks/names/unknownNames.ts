import type { ResourceKind } from '../../inventory/inventory.ts';
import { factsOf, isResourceKind, usesOf, type NameUse } from '../../names/index.ts';
import { perResource, type ResourceNode } from '../../resources/index.ts';
import type { Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { missing, storedOtherwise, type Missing } from '../lookUp.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { inWords, oneOf, whereInWords, type Names } from '../world.ts';

/**
 * Names of resources that are not there: Core does not save what they are attached to. Those in executions, user groups
 * and alerters do something else, and have rules of their own.
 */
export const unknownNames: NameRule = (resource, toml, names) =>
  namedIn(resource, toml).flatMap((use): Finding[] => {
    const { kinds, name } = use;
    const found = kinds
      .map((kind) => missing(kind, name, names))
      .filter((each) => each !== undefined);
    if (found.length === kinds.length) return [unknown(use, found, names, resource)];
    // The order of deploys goes by the names in the files.
    if (use.field === 'after') return [];
    return kinds.flatMap((kind) => rewritten(use, kind, names, resource));
  });

/** The name of a resource, in a field that attaches it. */
interface Named extends NameUse {
  readonly kinds: readonly ResourceKind[];
}

const namedIn = perResource((resource, toml): readonly Named[] => {
  if (['procedure', 'user_group', 'alerter'].includes(resource.kind)) return [];
  const isDeployed = factsOf(resource, toml)?.deployedAfter !== undefined;
  return usesOf(resource, toml).flatMap((use) => {
    // Nothing waits for anything where the sync does not deploy, which is told of as such.
    const isIdle = use.field === 'after' && !isDeployed;
    const kinds = use.in === 'field' && !isIdle ? use.kinds.filter(isResourceKind) : [];
    return kinds.length === 0 || hasPlaceholder(use.name) ? [] : [{ ...use, kinds }];
  });
});

/** The workspace has it, and Core calls it otherwise. */
function rewritten(
  { name, place }: NameUse,
  kind: ResourceKind,
  names: Names,
  { schema }: ResourceNode,
): Finding[] {
  const stored = storedOtherwise(kind, name, names, schema.version);
  return stored === undefined ? [] : [calledOtherwise(kind, name, stored, place)];
}

/** Core finds nothing of a name because it calls it otherwise. */
export function calledOtherwise(
  kind: ResourceKind,
  name: string,
  stored: string,
  place: Place,
): Finding {
  return {
    code: 'unknown-resource',
    class: 'fails',
    message: `Core calls this ${inWords(kind)} \`${stored}\`, and finds no \`${name}\`.`,
    place,
    mends: changingTo(stored, place),
  };
}

function unknown(
  { name, place, field, kinds }: Named,
  found: readonly Missing[],
  names: Names,
  { kind: owner, name: own }: ResourceNode,
): Finding {
  const isOrder = field === 'after';
  const what = kinds.map(inWords).join(' or ');
  const other = found.find(({ otherKind }) => otherKind)?.otherKind;
  const also = other ? `; what is called so is ${oneOf(other)}` : '';
  const isUnsure = found.some((each) => each.isUnsure);
  const then = isOrder ? 'nothing waits for it' : `it cannot save this ${inWords(owner)}`;
  const consequence = isUnsure
    ? `If Core has none either, ${then}.`
    : isOrder
      ? 'Nothing waits for it.'
      : `Core cannot save this ${inWords(owner)}.`;
  const similar = found.flatMap((each) => each.similar).filter((each) => each !== own?.text);
  return {
    code: 'unknown-resource',
    class: isOrder ? 'ignored' : 'fails',
    message: `There is no ${what} \`${name}\` ${whereInWords(names)}${also}.${didYouMean(similar)} ${consequence}`,
    place,
    ...(isUnsure && { isUnsure }),
    mends: similar.flatMap((each) => changingTo(each, place)),
  };
}

import type { NamedTarget } from '../../names/index.ts';
import type { Finding } from '../finding.ts';
import { missing, storedOtherwise, type Missing } from '../lookUp.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { inWords, type Names, oneOf, whereInWords } from '../world.ts';
import { targetsIn } from '../written.ts';
import { isPatternLike } from './patternAsName.ts';
import { calledOtherwise } from './unknownNames.ts';

/**
 * Executions on resources that are not there. Core refuses to save a Procedure with one, even where it is disabled; of
 * what a pattern picks it asks nothing before it runs.
 */
export const unknownTargets: NameRule = (resource, toml, names) =>
  targetsIn(resource, toml).flatMap((target): Finding[] => {
    if (target.name === '') return [nameless(target)];
    if (hasPlaceholder(target.name) || isItself(target, resource.name?.text)) return [];
    if (isPatternLike(target.name)) return [];
    const { kind, name, namePlace } = target;
    const found = missing(kind, name, names);
    if (found) return [unknown(target, found, names)];
    const stored = storedOtherwise(kind, name, names, resource.schema.version);
    return stored === undefined ? [] : [calledOtherwise(kind, name, stored, namePlace)];
  });

/** A Procedure that runs itself is told of by another rule. */
function isItself({ kind, name }: NamedTarget, own: string | undefined): boolean {
  return kind === 'procedure' && name === own;
}

function nameless({ kind, place }: NamedTarget): Finding {
  const message = `Core cannot save this Procedure: the name of ${oneOf(kind)} must stand here.`;
  return { code: 'unknown-resource', class: 'fails', message, place };
}

function unknown(
  { kind, name, namePlace, place }: NamedTarget,
  { isUnsure, similar, otherKind }: Missing,
  names: Names,
): Finding {
  const also = otherKind ? `; what is called so is ${oneOf(otherKind)}` : '';
  const consequence = isUnsure
    ? 'If Core has none either, it cannot save this Procedure.'
    : 'Core cannot save this Procedure.';
  const where = `There is no ${inWords(kind)} \`${name}\` ${whereInWords(names)}${also}.`;
  return {
    code: 'unknown-resource',
    class: 'fails',
    message: `${where}${didYouMean(similar)} ${consequence}`,
    place,
    ...(isUnsure && { isUnsure }),
    mends: similar.flatMap((each) => changingTo(each, namePlace)),
  };
}

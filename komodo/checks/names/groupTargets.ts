import type { ResourceKind } from '../../inventory/inventory.ts';
import { isResourceKind, pickersOf, usesOf, type NameUse, type Picker } from '../../names/index.ts';
import { problemText } from '../../patterns/index.ts';
import type { Finding } from '../finding.ts';
import { missing, type Missing } from '../lookUp.ts';
import { didYouMean } from '../mends.ts';
import { picked } from '../picks.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory, inWords, itemsOf, whereInWords, type Names } from '../world.ts';

/**
 * What the permissions of a user group are for: Core drops those that are for nothing it has, and refuses the whole sync
 * for a pattern that it cannot read.
 */
export const groupTargets: NameRule = (resource, toml, names) => {
  if (resource.kind !== 'user_group') return [];
  const unknowns = usesOf(resource, toml).flatMap((use): Finding[] => {
    const [kind] = use.kinds;
    if (use.in !== 'field' || !kind || !isResourceKind(kind) || hasPlaceholder(use.name)) return [];
    const found = missing(kind, use.name, names);
    return found ? [unknown(use, kind, found, names)] : [];
  });
  const patterns = pickersOf(resource, toml).flatMap((picker) => patternProblem(picker, names));
  return [...unknowns, ...patterns];
};

function unknown(
  { name, place }: NameUse,
  kind: ResourceKind,
  { isUnsure, similar }: Missing,
  names: Names,
): Finding {
  const where = `There is no ${inWords(kind)} \`${name}\` ${whereInWords(names)}.${noList(name)}`;
  const then = isUnsure
    ? 'If Core has none either, it drops this permission.'
    : 'Core drops this permission.';
  return {
    code: 'unknown-resource',
    class: 'ignored',
    message: `${where}${didYouMean(similar)} ${then}`,
    place,
    ...(isUnsure && { isUnsure }),
    mends: similar.flatMap((each) => changingTo(each, place)),
  };
}

function patternProblem({ kind, pattern, items: [place] }: Picker, names: Names): Finding[] {
  const inventory = effectiveInventory(names);
  const { names: picks, problem } = picked({ kind, pattern }, inventory, names.engine);
  if (!place) return [];
  if (problem) {
    const message = `Core refuses this pattern, and the whole sync with it: ${problemText(problem)}`;
    return [{ code: 'refused-pattern', class: 'fails', message, place }];
  }
  if (picks.length > 0 || (!names.core && itemsOf(inventory, kind).length === 0)) return [];
  const message = `\`${pattern.text}\` picks none of the ${inWords(kind)}s ${whereInWords(names)}.${noList(pattern.text)}`;
  return [
    { code: 'pattern-without-match', class: names.core ? 'surprising' : 'style', message, place },
  ];
}

/** The pattern of a Batch execution is a list, and this is none. */
function noList(text: string): string {
  return /[,\n]/.test(text) ? ' A permission has one name or pattern, and no list of them.' : '';
}

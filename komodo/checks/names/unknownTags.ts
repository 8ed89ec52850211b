import { usesOf } from '../../names/index.ts';
import { similarNames } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { whereInWords } from '../world.ts';

/** Tags by which a sync picks resources, and which none has. A tag that a resource is given is made where it is missing. */
export const unknownTags: NameRule = (resource, toml, { workspace, core }) => {
  if (resource.kind !== 'resource_sync') return [];
  const known = new Set([...workspace.tags, ...(core?.tags ?? [])]);
  if (known.size === 0) return [];
  return usesOf(resource, toml).flatMap(({ field, name, place }): Finding[] => {
    if (field !== 'match_tags' || known.has(name) || hasPlaceholder(name)) return [];
    const similar = similarNames(name, known);
    // What the sync reads may be in another repository.
    if (!core && similar.length === 0) return [];
    return [
      {
        code: 'unknown-tag',
        class: 'surprising',
        message:
          `Nothing has the tag \`${name}\` ${whereInWords({ core })}: ` +
          `this sync takes in only what has all of its \`match_tags\`.${didYouMean(similar)}`,
        place,
        ...(!core && { isUnsure: true }),
        mends: similar.flatMap((each) => changingTo(each, place)),
      },
    ];
  });
};

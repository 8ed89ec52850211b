/** Which resources a query asks for. */
import type { Core } from '../core.ts';
import type { Resource } from '../store/resources.ts';

export interface Query {
  readonly terms: readonly string[];
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly tag_behavior: 'All' | 'Any';
  readonly templates: 'Include' | 'Exclude' | 'Only';
}

/** Asks for everything. */
export const emptyQuery: Query = {
  terms: [],
  names: [],
  tags: [],
  tag_behavior: 'All',
  templates: 'Include',
};

/** A test for the resources of a query. Throws Core's error for a tag that does not exist. */
export function queryTest(core: Core, query: Query): (resource: Resource) => boolean {
  const hasTags = tagTest(core, query.tags, query.tag_behavior);
  return (resource) =>
    hasTerms(resource.name, query.terms) &&
    (query.names.length === 0 ||
      query.names.some((name) => name === resource.name || name === resource._id.$oid)) &&
    hasTags(resource.tags) &&
    (query.templates === 'Include' || resource.template === (query.templates === 'Only'));
}

/** A name holds all terms, whatever their case. */
export function hasTerms(name: string, terms: readonly string[]): boolean {
  const text = name.toLowerCase();
  return terms.every((term) => text.includes(term.toLowerCase()));
}

export function tagTest(
  core: Core,
  tags: readonly string[],
  behavior: 'All' | 'Any',
): (tags: readonly string[]) => boolean {
  const wanted = core.tags.idsOf(tags);
  if (wanted.length === 0) return () => true;
  return (own) =>
    behavior === 'All'
      ? wanted.every((id) => own.includes(id))
      : wanted.some((id) => own.includes(id));
}

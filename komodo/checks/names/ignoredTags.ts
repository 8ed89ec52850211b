import { compareVersions } from '../../schema/index.ts';
import type { Finding } from '../finding.ts';
import { removingPair } from '../mends.ts';
import type { NameRule } from '../rule.ts';
import { inWords } from '../world.ts';
import { patternsIn } from '../written.ts';

/** The first Core that heeds them (moghtech/komodo issue 1596). */
const HEEDED_SINCE = '2.3.3';

/**
 * `tags` beside a pattern in a Procedure: until 2.3.3 Core drops them and acts on all that the pattern picks. Called
 * directly, the same execution heeds them.
 */
export const ignoredTags: NameRule = (resource, toml, { coreVersion }) => {
  const version = coreVersion ?? resource.schema.version;
  if (compareVersions(version, HEEDED_SINCE) >= 0) return [];
  return patternsIn(resource, toml).flatMap(({ execution, kind }): Finding[] => {
    const tags = execution.params.find(({ name }) => name === 'tags')?.entry;
    const isKnown = execution.definition?.byName.has('tags');
    if (!isKnown || tags?.value.kind !== 'array' || tags.value.items.length === 0) return [];
    const message =
      `Core ignores \`tags\` in a Procedure before ${HEEDED_SINCE}: this acts on every ${inWords(kind)} ` +
      'that the pattern picks, whatever its tags.';
    const mends = removingPair(toml, tags.key, 'Remove `tags`');
    return [{ code: 'ignored-tags', class: 'ignored', message, place: tags.key, mends }];
  });
};

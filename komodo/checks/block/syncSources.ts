import { configOf, flagOf, memberOf, textOf } from '../../resources/index.ts';
import type { Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { BlockRule } from '../rule.ts';

/**
 * A ResourceSync that a sync leaves out: one that says nowhere where its files are, and one that holds its resources
 * itself.
 */
export const syncSources: BlockRule = (resource) => {
  const config = configOf(resource);
  if (resource.kind !== 'resource_sync' || !config) return [];
  const member = (name: string) => memberOf(config.table, config.definition, name);
  const textIn = (name: string) => textOf(member(name)?.value)?.text ?? '';

  if (textIn('file_contents').trim() !== '')
    return [
      leftOut('with `file_contents`: such a sync is made in its UI', member('file_contents')!.key),
    ];
  const hasSource =
    textIn('repo') !== '' ||
    textIn('linked_repo') !== '' ||
    flagOf(member('files_on_host')?.value, false);
  if (hasSource) return [];
  const linked = config.definition.byName.has('linked_repo') ? ', `linked_repo`' : '';
  const advice = `give it \`repo\`${linked} or \`files_on_host = true\``;
  return [leftOut(`that does not say where its files are: ${advice}`, resource.datum.place)];
};

function leftOut(what: string, place: Place): Finding {
  const message = `Core leaves out a \`[[resource_sync]]\` ${what}.`;
  return { code: 'sync-without-source', class: 'ignored', message, place };
}

import type { SyncFacts } from '../../names/index.ts';
import type { ResourceNode } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import type { FileRule } from '../rule.ts';
import type { PlacedDefinition, Surroundings } from '../world.ts';

/**
 * Variables and user groups in a file that the syncs of the workspace read, but of which none takes them in. There may be
 * another sync, in no file.
 */
export const leftOutOfSync: FileRule = (blocks, surroundings) => {
  const variable = blocks.find(({ kind }) => kind === 'variable');
  const group = blocks.find(({ kind }) => kind === 'user_group');
  if (!variable && !group) return [];
  const syncs = syncsOf(surroundings);
  if (syncs.length === 0) return [];
  return [
    ...leftOut(variable, syncs, 'include_variables', ({ includesVariables }) => includesVariables),
    ...leftOut(group, syncs, 'include_user_groups', ({ includesUserGroups }) => includesUserGroups),
  ];
};

/** The syncs of the workspace that read the file. */
function syncsOf({ file, names, definitionsOf }: Surroundings): readonly PlacedDefinition[] {
  const { path } = file;
  const all = names.workspace.resources.resource_sync ?? [];
  if (path === undefined) return [];
  return all
    .flatMap(({ name }) => definitionsOf('resource_sync', name))
    .filter(({ facts }) => facts.sync?.paths?.some((each) => holds(each, path)));
}

/** Whether a file is in a folder, or is what the other path names. */
function holds(folder: string, file: string): boolean {
  const path = folder.replace(/^(?:\.?\/)+|\/+$/g, '');
  return path === '' || path === '.' || file === path || file.startsWith(`${path}/`);
}

function leftOut(
  first: ResourceNode | undefined,
  syncs: readonly PlacedDefinition[],
  key: string,
  saidOf: (sync: SyncFacts) => boolean | undefined,
): Finding[] {
  // Who wrote `false` wants it so.
  if (!first || syncs.some(({ facts }) => saidOf(facts.sync!) !== undefined)) return [];
  const what = key === 'include_variables' ? 'Variables' : 'user groups';
  const names = [...new Set(syncs.map(({ facts }) => `\`${facts.name}\``))];
  const who =
    names.length === 1 ? `The sync ${names[0]!} leaves` : `The syncs ${names.join(', ')} leave`;
  return [
    {
      code: 'left-out-of-sync',
      class: 'ignored',
      message: `${who} the ${what} of this file out: that takes \`${key} = true\`.`,
      place: first.datum.place,
      isUnsure: true,
      elsewhere: syncs.map(({ uri, range, facts }) => {
        return { message: `\`${facts.name}\` reads this file.`, uri, range };
      }),
    },
  ];
}

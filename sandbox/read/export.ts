/** ExportResourcesToToml and ExportAllResourcesToToml. */
import { allToml, resourcesToml, type Exported } from '../export/resources-toml.ts';
import type { Reads } from './index.ts';

export const exportReads: Reads = {
  ExportResourcesToToml(core, { targets, user_groups, include_variables }) {
    const exported = (targets ?? []).flatMap(({ type, id }): Exported[] =>
      type === 'System' ? [] : [{ kind: type, resource: core.resources.get(type, id) }],
    );
    const groups = (user_groups ?? []).map((idOrName) => core.userGroups.get(idOrName));
    return { toml: resourcesToml(core, exported, include_variables ?? false, groups) };
  },
  ExportAllResourcesToToml: (
    core,
    { include_resources, tags, include_variables, include_user_groups },
  ) => ({
    toml: allToml(core, {
      include_resources,
      tags: tags ?? [],
      include_variables: include_variables ?? false,
      include_user_groups: include_user_groups ?? false,
    }),
  }),
};

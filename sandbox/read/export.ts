/** ExportResourcesToToml and ExportAllResourcesToToml. */
import { allToml, resourcesToml, type Exported } from '../export/resources-toml.ts';
import type { Reads } from './index.ts';

export const exportReads: Reads = {
  ExportResourcesToToml(core, { targets, include_variables }) {
    const exported = (targets ?? []).flatMap(({ type, id }): Exported[] =>
      type === 'System' ? [] : [{ kind: type, resource: core.resources.get(type, id) }],
    );
    return { toml: resourcesToml(core, exported, include_variables ?? false) };
  },
  ExportAllResourcesToToml: (core, { include_resources, tags, include_variables }) => ({
    toml: allToml(core, {
      include_resources,
      tags: tags ?? [],
      include_variables: include_variables ?? false,
    }),
  }),
};

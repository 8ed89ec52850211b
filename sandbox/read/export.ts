/** ExportResourcesToToml and ExportAllResourcesToToml. */
import type { Core } from '../core.ts';
import { isWritten, resourceToml, separator, variableToml } from '../export/resource-toml.ts';
import { kinds } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { Kind } from '../wire.ts';
import type { Reads } from './index.ts';
import { tagTest } from './query.ts';

interface Exported {
  readonly kind: Kind;
  readonly resource: Resource;
}

function toml(core: Core, exported: readonly Exported[], withVariables: boolean) {
  const blocks = kinds.flatMap(({ kind }) =>
    exported
      .filter((item) => item.kind === kind && isWritten(kind, item.resource))
      .map(({ resource }) => resourceToml(core, kind, resource)),
  );
  const variables = withVariables ? core.variables.list().map(variableToml) : [];
  return { toml: [...blocks, ...variables].join(separator) };
}

export const exportReads: Reads = {
  ExportResourcesToToml(core, { targets, include_variables }) {
    const exported = (targets ?? []).flatMap(({ type, id }): Exported[] =>
      type === 'System' ? [] : [{ kind: type, resource: core.resources.get(type, id) }],
    );
    return toml(core, exported, include_variables ?? false);
  },
  ExportAllResourcesToToml(core, { include_resources, tags, include_variables }) {
    const hasTags = tagTest(core, tags ?? [], 'All');
    const exported = kinds.flatMap(({ kind }) =>
      core.resources.list(kind).map((resource) => ({ kind, resource })),
    );
    const wanted = include_resources
      ? exported.filter(({ resource }) => hasTags(resource.tags))
      : [];
    return toml(core, wanted, include_variables ?? false);
  },
};

/** Many resources in one text, as Core exports them. */
import type { Core } from '../core.ts';
import { tagTest } from '../read/query.ts';
import { kinds } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { UserGroup } from '../store/user-groups.ts';
import type { Kind } from '../wire.ts';
import {
  isWritten,
  noDeploys,
  resourceToml,
  separator,
  variableToml,
  type Deploys,
} from './resource-toml.ts';
import { describedGroup, userGroupToml } from './user-group-toml.ts';

export interface Exported {
  readonly kind: Kind;
  readonly resource: Resource;
}

/** What a sync or a person wants of all that there is. */
export interface Wanted {
  readonly include_resources: boolean;
  /** Ids or names of tags: only what has all of them. */
  readonly tags: readonly string[];
  readonly include_variables: boolean;
  readonly include_user_groups: boolean;
}

/** The kinds in Core's order, then the Variables and the user groups. `deploys` says what a file has of a resource that Core does not store. */
export function resourcesToml(
  core: Core,
  exported: readonly Exported[],
  withVariables: boolean,
  userGroups: readonly UserGroup[],
  deploys: (exported: Exported) => Deploys = () => noDeploys,
): string {
  const blocks = kinds.flatMap(({ kind }) =>
    exported
      .filter((item) => item.kind === kind && isWritten(kind, item.resource))
      .map((item) => resourceToml(core, kind, item.resource, deploys(item))),
  );
  const variables = withVariables ? core.variables.list().map(variableToml) : [];
  const groups = userGroups.map((group) => userGroupToml(describedGroup(core, group)));
  return [...blocks, ...variables, ...groups].join(separator);
}

/** As ExportAllResourcesToToml. Throws Core's error for a tag that does not exist. */
export function allToml(
  core: Core,
  { include_resources, tags, include_variables, include_user_groups }: Wanted,
  deploys?: (exported: Exported) => Deploys,
): string {
  const hasTags = tagTest(core, tags, 'All');
  const wanted = include_resources
    ? kinds.flatMap(({ kind }) =>
        core.resources
          .list(kind)
          .filter((resource) => hasTags(resource.tags))
          .map((resource) => ({ kind, resource })),
      )
    : [];
  const groups = include_user_groups ? core.userGroups.list() : [];
  return resourcesToml(core, wanted, include_variables, groups, deploys);
}

import type { DefinedName } from '../inventory/definedName.ts';
import { definitionOfResource } from '../plan/from-resource.ts';
import type { ProcedureDefinition } from '../plan/plan.ts';
import {
  configOf,
  flagOf,
  memberOf,
  perResource,
  textOf,
  textsOf,
  type ResourceNode,
} from '../resources/index.ts';
import { splitList } from '../patterns/index.ts';
import type { TomlDocument } from '../toml/index.ts';
import { actionArgsOf, type ActionArgs } from './actionArgs.ts';
import { contentsOf } from './contents.ts';
import { definitionOf } from './definitions.ts';
import { scriptLinkOf } from './scriptLink.ts';
import { composeOf } from './services.ts';
import { usesOf } from './uses.ts';

/** What other files need to know of a block. It holds nothing of the tree it comes from, so that it can be kept. */
export interface ResourceFacts extends DefinedName {
  /** Of two blocks that say the same it is the same number. */
  readonly contents: number;
  /** What it runs, if it is a Procedure. */
  readonly procedure?: ProcedureDefinition;
  /** The arguments that it knows, if it is an Action of which that can be told. */
  readonly args?: ActionArgs;
  /** The file that a comment links its script to, if it is an Action: see `scriptLinkOf`. */
  readonly scriptFile?: string;
  /** The build that it deploys, if it is a Deployment of one. */
  readonly build?: string;
  /** The compose file in its config, if it is a Stack with one: see `servicesOf`. */
  readonly compose?: string;
  /** The names that a sync deploys it after; left out of what a sync does not deploy. */
  readonly deployedAfter?: readonly string[];
  /** What it takes in, if it is a ResourceSync. */
  readonly sync?: SyncFacts;
}

export interface SyncFacts {
  /** The files and folders it reads, from the root of its repository on; left out for files on Core's host. */
  readonly paths?: readonly string[];
  /** What it says of Variables and user groups; nothing where it says nothing, which leaves them out. */
  readonly includesVariables?: boolean;
  readonly includesUserGroups?: boolean;
}

/** The facts of a block that has a name. */
export const factsOf = perResource((resource, toml): ResourceFacts | undefined => {
  const definition = definitionOf(resource, toml);
  if (!definition) return undefined;
  const { kind, name, tags, template } = definition;
  const procedure = kind === 'procedure' ? definitionOfResource(resource) : undefined;
  const args = actionArgsOf(resource, toml);
  const scriptFile = scriptLinkOf(resource, toml)?.path;
  const deployedAfter = deployedAfterOf(resource);
  const sync = kind === 'resource_sync' ? syncOf(resource) : undefined;
  const compose = composeOf(resource);
  const build = kind === 'deployment' ? buildNamedBy(resource, toml) : undefined;
  return {
    kind,
    name,
    tags,
    template,
    contents: contentsOf(resource.datum),
    ...(procedure && { procedure }),
    ...(args && { args }),
    ...(scriptFile !== undefined && { scriptFile }),
    ...(build !== undefined && { build }),
    ...(compose !== undefined && { compose }),
    ...(deployedAfter && { deployedAfter }),
    ...(sync && { sync }),
  };
});

function deployedAfterOf({ kind, datum, definition }: ResourceNode): readonly string[] | undefined {
  if (kind !== 'stack' && kind !== 'deployment') return undefined;
  if (!flagOf(memberOf(datum, definition, 'deploy')?.value, false)) return undefined;
  return textsOf(memberOf(datum, definition, 'after')?.value).map(({ text }) => text);
}

function syncOf(resource: ResourceNode): SyncFacts | undefined {
  const config = configOf(resource);
  if (!config) return undefined;
  const member = (name: string) => memberOf(config.table, config.definition, name)?.value;
  const path = member('resource_path');
  const text = textOf(path)?.text;
  const paths =
    text === undefined
      ? textsOf(path).map((each) => each.text)
      : splitList(text).map((each) => each.text);
  const [variables, groups] = [member('include_variables'), member('include_user_groups')];
  return {
    ...(!flagOf(member('files_on_host'), false) && { paths }),
    ...(variables && { includesVariables: flagOf(variables, false) }),
    ...(groups && { includesUserGroups: flagOf(groups, false) }),
  };
}

function buildNamedBy(resource: ResourceNode, toml: TomlDocument): string | undefined {
  return usesOf(resource, toml).find(({ kinds }) => kinds.includes('build'))?.name;
}

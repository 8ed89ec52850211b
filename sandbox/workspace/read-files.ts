/** What stands in the TOML files of a workspace, by Core's rules. */
import { isObject, readResources } from '../../komodo/resources/index.ts';
import type { JsonObject as ExactObject, Problem } from '../../komodo/resources/index.ts';
import { corePosition } from '../../komodo/resources/index.ts';
import { kindsOf } from '../../komodo/schema/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { dataOf, parse } from '../../komodo/toml/index.ts';
import type { TomlDocument } from '../../komodo/toml/index.ts';
import type { JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import { plainOf } from '../requests/read.ts';
import { kindOfHeader } from '../store/kinds.ts';
import type { DescribedGroup, Level, Permission } from '../store/user-groups.ts';
import type { Variable } from '../store/variables.ts';
import type { Kind, Target } from '../wire.ts';

export interface ResourceFile {
  readonly path: string;
  readonly text: string;
}

/** Why something in a file is not in the sandbox. */
export interface FileProblem {
  readonly path: string;
  /** From 1, where it is known. */
  readonly line?: number;
  readonly message: string;
}

/** A resource as a file describes it. */
export interface Described {
  readonly path: string;
  readonly kind: Kind;
  readonly name: string;
  readonly description: string;
  readonly template: boolean;
  /** By name. */
  readonly tags: readonly string[];
  readonly deploy: boolean;
  /** Names of what is deployed before. */
  readonly after: readonly string[];
  readonly config: JsonObject;
}

export interface FileContents {
  readonly resources: readonly Described[];
  readonly variables: readonly Variable[];
  readonly userGroups: readonly DescribedGroup[];
}

/** Reads one file: what it holds, or why Core would refuse it. A file of other TOML holds nothing. */
export function readFile({ path, text }: ResourceFile, schema: Schema): FileContents | FileProblem {
  const document = parse(text);
  const { value, resources, problems } = readResources(dataOf(document), schema);
  if (!value) {
    if (resources.length === 0) return { resources: [], variables: [], userGroups: [] };
    return problemOf(
      path,
      document,
      problems.find((problem) => problem.class === 'rejected'),
    );
  }
  const blocks = kindsOf(schema).flatMap(({ kind, field }) =>
    blocksOf(value, field.name).map((block) => ({ header: kind, block })),
  );
  return {
    resources: blocks.flatMap(({ header, block }) => {
      const kind = kindOfHeader(header);
      return kind ? [described(path, kind, block)] : [];
    }),
    variables: blocks.flatMap(({ header, block }) =>
      header === 'variable' ? [variableOf(block)] : [],
    ),
    userGroups: blocks.flatMap(({ header, block }) =>
      header === 'user_group' ? [groupOf(block)] : [],
    ),
  };
}

function problemOf(
  path: string,
  document: TomlDocument,
  problem: Problem | undefined,
): FileProblem {
  const message = problem?.message ?? 'Core refuses this file';
  if (!problem?.place) return { path, message };
  return { path, line: corePosition(document, problem.place).line, message };
}

/** The blocks of a kind, as plain JSON. */
function blocksOf(file: ExactObject, field: string): JsonObject[] {
  const blocks = file.get(field);
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isObject).map((block) => plainOf(block) as JsonObject);
}

function described(path: string, kind: Kind, block: JsonObject): Described {
  return {
    path,
    kind,
    name: textOf(block.name),
    description: textOf(block.description),
    template: block.template === true,
    tags: (block.tags ?? []) as string[],
    deploy: block.deploy === true,
    after: (block.after ?? []) as string[],
    config: (block.config ?? {}) as JsonObject,
  };
}

function variableOf(block: JsonObject): Variable {
  return {
    name: textOf(block.name),
    description: textOf(block.description),
    value: textOf(block.value),
    is_secret: block.is_secret === true,
  };
}

function groupOf(block: JsonObject): DescribedGroup {
  const permissions = (block.permissions ?? []) as unknown as (GivenPermission & {
    readonly target: Target;
  })[];
  return {
    name: textOf(block.name),
    everyone: block.everyone === true,
    users: (block.users ?? []) as string[],
    all: new Map(
      Object.entries(block.all as Record<string, Level | GivenPermission>).map(([kind, given]) => [
        kind,
        typeof given === 'string' ? { level: given, specific: [] } : permissionOf(given),
      ]),
    ),
    permissions: permissions.map((given) => ({
      target: given.target,
      ...permissionOf(given),
    })),
  };
}

interface GivenPermission {
  readonly level?: Level;
  readonly specific?: readonly string[];
}

function permissionOf({ level = 'None', specific = [] }: GivenPermission): Permission {
  return { level, specific };
}

/**
 * The files that a Stack is deployed from, and what DeployStackIfChanged does about changes in them. Core compares those of
 * a host or a repo; here the files of the workspace stand for both.
 */
import { posix } from 'node:path';
import { isObject } from '../../komodo/actions/args.ts';
import type { Core } from '../core.ts';
import { textOf, type Json, type JsonObject } from '../json/tree.ts';
import type { Resource } from '../store/resources.ts';
import { withDefaults } from './defaults.ts';
import type { Execution } from './execution.ts';

export interface StackFile {
  readonly path: string;
  readonly contents: string;
  /** What a change in it asks for. */
  readonly requires: 'Redeploy' | 'Restart' | 'None';
  /** Which services are then deployed or restarted; all of them if there is none here. */
  readonly services: readonly string[];
}

/** As they are now; undefined where Core has none to compare, as the compose file stands in the config. */
export function stackFiles(core: Core, { config }: Resource): readonly StackFile[] | undefined {
  const { files_on_host, repo, linked_repo, run_directory } = config;
  if (files_on_host !== true && textOf(repo) === '' && textOf(linked_repo) === '') return undefined;
  const compose = list(config.file_paths).map(textOf);
  const dependencies = [
    ...(compose.length > 0 ? compose : ['compose.yaml']).map(fullRedeploy),
    ...list(config.additional_env_files).flatMap((file) => {
      if (!isObject(file)) return [fullRedeploy(textOf(file))];
      return file.track === false ? [] : [fullRedeploy(textOf(file.path))];
    }),
    ...list(config.config_files).flatMap((file) => (isObject(file) ? [dependency(file)] : [])),
  ];
  return dependencies.flatMap(({ path, ...file }) => {
    const inWorkspace = posix.normalize(posix.join(textOf(run_directory), path));
    const isOutside = posix.isAbsolute(inWorkspace) || inWorkspace.startsWith('..');
    const contents = isOutside ? undefined : core.textOfFile(inWorkspace);
    return contents === undefined ? [] : [{ path, contents, ...file }];
  });
}

type Dependency = Omit<StackFile, 'contents'>;

const fullRedeploy = (path: string): Dependency => ({ path, requires: 'Redeploy', services: [] });

function dependency({ path, requires, services }: JsonObject): Dependency {
  const kind = requires === 'Redeploy' || requires === 'Restart' ? requires : 'None';
  return { path: textOf(path), requires: kind, services: list(services).map(textOf) };
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/**
 * What a DeployStackIfChanged comes to: one that deploys all, or executions on some services, or nothing. A Stack that was
 * never deployed is deployed; one without files to compare never again.
 */
export function ifChanged(core: Core, stack: Resource): 'deploy' | readonly Execution[] {
  const deployed = core.simulatedStates.deployedFiles(stack);
  if (deployed === undefined) return 'deploy';
  const files = stackFiles(core, stack);
  if (files === undefined || deployed === 'none') return [];
  const some = { Redeploy: new Set<string>(), Restart: new Set<string>() };
  let restartsAll = false;
  for (const { path, contents, requires, services } of files) {
    const before = deployed.find((each) => each.path === path);
    if (!before) return 'deploy';
    if (before.contents === contents || requires === 'None') continue;
    if (services.length > 0) services.forEach((service) => some[requires].add(service));
    else if (requires === 'Redeploy') return 'deploy';
    else restartsAll = true;
  }
  const on = (type: string, services: Iterable<string>): Execution => ({
    type,
    params: withDefaults(core, type, { stack: stack.name, services: [...services] }),
  });
  return [
    ...(some.Redeploy.size > 0 ? [on('DeployStack', some.Redeploy)] : []),
    ...(restartsAll || some.Restart.size > 0
      ? [on('RestartStack', restartsAll ? [] : some.Restart)]
      : []),
  ];
}

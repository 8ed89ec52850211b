/** The `info` of the entries of lists, by kind. What only a real Server could tell is unknown. */
import type { Core } from '../core.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { Resource } from '../store/resources.ts';
import type { Kind } from '../wire.ts';
import { actionState, lastRun, runState } from './states.ts';

type ListInfo = (core: Core, resource: Resource) => JsonObject;

export const listInfo: Readonly<Record<Kind, ListInfo>> = {
  Swarm: (_core, { config }) => ({ server_ids: config.server_ids!, state: 'Unknown', err: null }),
  Server: (_core, { config }) => ({
    state: config.enabled === true ? 'Ok' : 'Disabled',
    err: null,
    stats: null,
    alerting_thresholds: picked(config, [
      'cpu_warning',
      'cpu_critical',
      'mem_warning',
      'mem_critical',
      'disk_warning',
      'disk_critical',
    ]),
    core_count: null,
    logical_core_count: null,
    region: config.region!,
    address: textOrNull(config.address),
    external_address: textOrNull(config.external_address),
    public_ip: null,
    ...picked(config, [
      'send_unreachable_alerts',
      'send_cpu_alerts',
      'send_mem_alerts',
      'send_disk_alerts',
      'send_version_mismatch_alerts',
    ]),
    version: null,
    public_key: null,
    attempted_public_key: null,
    terminals_disabled: true,
    container_terminals_disabled: true,
  }),
  Stack: (core, resource) => ({
    ...hosts(core, resource),
    files_on_host: resource.config.files_on_host!,
    file_contents: isGiven(resource.config.file_contents),
    ...source(core, resource),
    ...state(core, 'Stack', resource),
    services: [],
    auto_update_all_services: resource.config.auto_update_all_services!,
    project_missing: false,
    missing_files: [],
    deployed_hash: null,
    latest_hash: null,
  }),
  Deployment: (core, resource) => {
    const { type, params } = resource.config.image as unknown as {
      type: string;
      params: JsonObject;
    };
    const image = type === 'Image' ? params.image! : imageOfBuild(core, params);
    return {
      ...state(core, 'Deployment', resource),
      custom_name: resource.config.custom_name!,
      image,
      update_available: false,
      ...hosts(core, resource),
      build_id: type === 'Build' ? params.build_id! : null,
    };
  },
  Build: (core, resource) => {
    const { config } = resource;
    const registries = config.image_registry as { domain: string }[];
    return {
      state: isUnderWay(core, 'Build', resource) ? 'Building' : 'Ok',
      last_built_at: 0,
      version: config.version!,
      builder_id: config.builder_id!,
      files_on_host: config.files_on_host!,
      dockerfile_contents: isGiven(config.dockerfile),
      ...source(core, resource),
      built_hash: null,
      latest_hash: null,
      image_registry_domain: textOrNull(registries[0]?.domain),
    };
  },
  Repo: (core, resource) => {
    const { config } = resource;
    const { cloning, pulling, building } = actionState(core, 'Repo', resource);
    const doing = cloning === true ? 'Cloning' : pulling === true ? 'Pulling' : 'Building';
    const busy = [cloning, pulling, building].includes(true);
    return {
      server_id: config.server_id!,
      server_name: nameOf(core, 'Server', config.server_id),
      builder_id: config.builder_id!,
      last_pulled_at: 0,
      last_built_at: 0,
      ...gitSource(config),
      state: busy ? doing : 'Ok',
      cloned_hash: null,
      cloned_message: null,
      built_hash: null,
      latest_hash: null,
    };
  },
  Procedure: (core, resource) => ({
    stages: (resource.config.stages as Json[]).length,
    ...runInfo(core, 'Procedure', resource),
  }),
  Action: (core, resource) => runInfo(core, 'Action', resource),
  Builder: (_core, { config }) => {
    const { type, params } = config as unknown as { type: string; params: JsonObject };
    const servers = params.server_ids as string[] | undefined;
    const instance =
      type === 'Server' ? servers?.[0] : type === 'Aws' ? params.instance_type : null;
    return { builder_type: type, instance_type: instance ?? null };
  },
  Alerter: (_core, { config }) => {
    const { type } = config.endpoint as { type: string };
    return { enabled: config.enabled!, endpoint_type: type };
  },
  ResourceSync: (core, resource) => {
    const { config } = resource;
    const info = resource.info as JsonObject;
    return {
      last_sync_ts: info.last_sync_ts!,
      files_on_host: config.files_on_host!,
      file_contents: isGiven(config.file_contents),
      managed: config.managed!,
      resource_path: config.resource_path!,
      ...source(core, resource),
      last_sync_hash: null,
      last_sync_message: null,
      state: isUnderWay(core, 'ResourceSync', resource) ? 'Syncing' : syncState(info),
    };
  },
};

/** As the pending changes were when they were last looked for. */
function syncState({
  pending_error,
  remote_errors,
  resource_updates,
  variable_updates,
}: JsonObject) {
  const isSome = (list: Json | undefined) => Array.isArray(list) && list.length > 0;
  if (pending_error !== null || isSome(remote_errors)) return 'Failed';
  return isSome(resource_updates) || isSome(variable_updates) ? 'Pending' : 'Ok';
}

function runInfo(core: Core, kind: 'Procedure' | 'Action', resource: Resource): JsonObject {
  const { next_scheduled_run, schedule_error } = core.schedules.of(resource);
  return {
    state: runState(core, kind, resource),
    last_run_at: lastRun(core, kind, resource),
    next_scheduled_run,
    schedule_error,
  };
}

function isUnderWay(core: Core, kind: Kind, resource: Resource): boolean {
  return Object.values(actionState(core, kind, resource)).includes(true);
}

/** Of a Stack or Deployment. What Docker would say of it, `status`, says here that nothing runs. */
function state(core: Core, kind: 'Stack' | 'Deployment', resource: Resource): JsonObject {
  if (isUnderWay(core, kind, resource)) return { state: 'deploying', status: null };
  const simulated = core.simulatedStates.of(resource);
  return simulated === undefined
    ? { state: 'unknown', status: null }
    : { state: simulated, status: 'simulated' };
}

/** Where a Stack or Deployment runs. */
function hosts(core: Core, { config }: Resource): JsonObject {
  return {
    swarm_id: config.swarm_id!,
    swarm_name: nameOf(core, 'Swarm', config.swarm_id),
    server_id: config.server_id!,
    server_name: nameOf(core, 'Server', config.server_id),
  };
}

/** Where the files come from. */
function source(core: Core, { config }: Resource): JsonObject {
  return {
    linked_repo: config.linked_repo!,
    linked_repo_name: nameOf(core, 'Repo', config.linked_repo),
    ...gitSource(config),
  };
}

function gitSource(config: JsonObject): JsonObject {
  const [provider, repo, branch] = [config.git_provider, config.repo, config.branch].map(String);
  const scheme = config.git_https === false ? 'http' : 'https';
  // Core knows where GitHub shows a branch, of others only where the repository is.
  const tree = provider === 'github.com' ? `/tree/${branch}` : '';
  const repo_link = `${scheme}://${provider}/${repo}${tree}`;
  return { ...picked(config, ['git_provider', 'repo', 'branch']), repo_link };
}

function imageOfBuild(core: Core, params: JsonObject): string {
  const { major, minor, patch } = params.version as Record<string, number>;
  const isLatest = major === 0 && minor === 0 && patch === 0;
  const name = nameOf(core, 'Build', params.build_id);
  return `${name}:${isLatest ? 'latest' : `${major}.${minor}.${patch}`}`;
}

function nameOf(core: Core, kind: Kind, id: Json | undefined): string {
  return isGiven(id) ? (core.resources.find(kind, textOf(id))?.name ?? '') : '';
}

function picked(config: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, config[name] ?? null]));
}

function textOrNull(text: Json | undefined): Json {
  return isGiven(text) ? text! : null;
}

function isGiven(text: Json | undefined): boolean {
  return typeof text === 'string' && text !== '';
}

/** What differs from kind to kind of resource, for the API. */
import { storedName } from '../../komodo/names/storedName.ts';
import type { ResourceKind } from '../../komodo/inventory/inventory.ts';
import { version } from '../core.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import type { Kind } from '../wire.ts';

export interface KindFacts {
  readonly kind: Kind;
  /** The header in a resource file: `procedure` for `[[procedure]]`. */
  readonly header: ResourceKind;
  /** What requests call one: `sync` for a ResourceSync. */
  readonly param: string;
  /** What a new one knows of itself. */
  readonly info: Json;
  /** Its action state while nothing is under way; undefined: it has none. */
  readonly actionState?: JsonObject;
}

const idle = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, false]));

/** In the order in which Core exports them. */
export const kinds: readonly KindFacts[] = [
  {
    kind: 'Server',
    header: 'server',
    param: 'server',
    info: { attempted_public_key: '', public_key: '' },
    actionState: {
      ...idle(
        'pruning_networks',
        'pruning_containers',
        'pruning_images',
        'pruning_volumes',
        'pruning_builders',
        'pruning_buildx',
        'pruning_system',
      ),
      starting_containers: 0,
      restarting_containers: 0,
      pausing_containers: 0,
      unpausing_containers: 0,
      stopping_containers: 0,
      destroying_containers: 0,
    },
  },
  { kind: 'Swarm', header: 'swarm', param: 'swarm', info: {}, actionState: {} },
  {
    kind: 'Stack',
    header: 'stack',
    param: 'stack',
    info: {
      missing_files: [],
      deployed_project_name: null,
      deployed_hash: null,
      deployed_message: null,
      deployed_contents: null,
      deployed_services: null,
      deployed_config: null,
      latest_services: [],
      remote_contents: null,
      remote_errors: null,
      latest_hash: null,
      latest_message: null,
    },
    actionState: idle(
      'pulling',
      'deploying',
      'starting',
      'restarting',
      'pausing',
      'unpausing',
      'stopping',
      'destroying',
    ),
  },
  {
    kind: 'Deployment',
    header: 'deployment',
    param: 'deployment',
    info: { latest_image_digest: '', deployed_name: '' },
    actionState: idle(
      'pulling',
      'deploying',
      'updating',
      'starting',
      'restarting',
      'pausing',
      'unpausing',
      'stopping',
      'destroying',
      'renaming',
    ),
  },
  {
    kind: 'Build',
    header: 'build',
    param: 'build',
    info: {
      last_built_at: 0,
      built_hash: null,
      built_message: null,
      built_contents: null,
      remote_path: null,
      remote_contents: null,
      remote_error: null,
      latest_hash: null,
      latest_message: null,
    },
    actionState: idle('building'),
  },
  {
    kind: 'Repo',
    header: 'repo',
    param: 'repo',
    info: {
      last_pulled_at: 0,
      last_built_at: 0,
      built_hash: null,
      built_message: null,
      latest_hash: null,
      latest_message: null,
    },
    actionState: idle('cloning', 'pulling', 'building', 'renaming'),
  },
  {
    kind: 'Procedure',
    header: 'procedure',
    param: 'procedure',
    info: null,
    actionState: idle('running'),
  },
  { kind: 'Action', header: 'action', param: 'action', info: {}, actionState: { running: 0 } },
  { kind: 'Alerter', header: 'alerter', param: 'alerter', info: null },
  { kind: 'Builder', header: 'builder', param: 'builder', info: null },
  {
    kind: 'ResourceSync',
    header: 'resource_sync',
    param: 'sync',
    info: {
      last_sync_ts: 0,
      last_sync_hash: null,
      last_sync_message: null,
      resource_updates: [],
      variable_updates: [],
      user_group_updates: [],
      pending_deploys: [],
      pending_error: null,
      pending_deploy_error: null,
      pending_hash: null,
      pending_message: null,
      remote_contents: [],
      remote_errors: [],
    },
    actionState: idle('syncing'),
  },
];

const byKind = new Map(kinds.map((facts) => [facts.kind, facts]));

export function factsOf(kind: Kind): KindFacts {
  return byKind.get(kind)!;
}

/** The kind that a header of a resource file names. */
export function kindOfHeader(header: string): Kind | undefined {
  return kinds.find((facts) => facts.header === header)?.kind;
}

/** The name that Core gives a resource that is to be called so. */
export function nameOf(kind: Kind, wished: string): string {
  return storedName(factsOf(kind).header, wished, version);
}

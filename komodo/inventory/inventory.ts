/**
 * The names somebody has: a Core, the sandbox, or the files of a workspace. Patterns are matched against it, names in
 * files are looked up in it. Core itself never sees this type; it is made from its lists, or from resource files.
 */

/** Kinds of resource, as the headers of a resource file call them. */
export const resourceKinds = [
  'server',
  'swarm',
  'stack',
  'deployment',
  'build',
  'repo',
  'procedure',
  'action',
  'builder',
  'alerter',
  'resource_sync',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export function isResourceKind(kind: string): kind is ResourceKind {
  return resourceKinds.some((each) => each === kind);
}

export interface InventoryItem {
  readonly name: string;
  /** Core's id; left out for what only stands in a file. */
  readonly id?: string;
  readonly tags?: readonly string[];
  readonly template?: boolean;
  /** What Core's list says of its state ("Running", "Ok"), where it says one. */
  readonly state?: string;
  /** The services of a Stack that is deployed, or else those of its files; left out where Core knows none. */
  readonly services?: readonly string[];
}

export interface Inventory {
  /** Where the names come from; shown wherever they are. */
  readonly source: 'core' | 'sandbox' | 'workspace';
  /** The profile's name for a Core, e.g. `komodo.lan`. */
  readonly label: string;
  /** Version of Core, e.g. `2.3.2`. */
  readonly version?: string;
  /** Core's own time zone (IANA name), which schedules without one follow. */
  readonly timezone?: string;
  readonly resources: Readonly<Partial<Record<ResourceKind, readonly InventoryItem[]>>>;
  readonly tags: readonly string[];
  readonly variables: readonly string[];
  /** Names of the secrets in Core's own configuration; those of a Periphery it does not know. */
  readonly secrets?: readonly string[];
}

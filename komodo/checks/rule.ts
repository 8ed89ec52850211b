import type { ResourceNode } from '../resources/index.ts';
import type { TomlDocument } from '../toml/index.ts';
import type { Finding } from './finding.ts';
import type { Names, Surroundings } from './world.ts';

/** Looks at a block alone. It is asked again only when the block has changed. */
export type BlockRule = (resource: ResourceNode, toml: TomlDocument) => Iterable<Finding>;

/** Looks at a block and at the names there are. It is asked again only when one of them has changed. */
export type NameRule = (
  resource: ResourceNode,
  toml: TomlDocument,
  names: Names,
) => Iterable<Finding>;

/**
 * Looks at a block and at what stands around it. It is asked again when any of that has changed, and after every key that
 * is typed where it tells of places elsewhere: it has to be quick.
 */
export type WorkspaceRule = (
  resource: ResourceNode,
  toml: TomlDocument,
  surroundings: Surroundings,
) => Iterable<Finding>;

/** Looks at the file as a whole. It is asked once a file after every key that is typed. */
export type FileRule = (
  blocks: readonly ResourceNode[],
  surroundings: Surroundings,
) => Iterable<Finding>;

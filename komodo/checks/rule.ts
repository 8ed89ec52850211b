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

/** Looks at a block and at what stands around it. It is asked after every key that is typed, so it has to be quick. */
export type WorkspaceRule = (
  resource: ResourceNode,
  toml: TomlDocument,
  surroundings: Surroundings,
) => Iterable<Finding>;

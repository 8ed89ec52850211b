import type { TomlDocument } from '../toml/index.ts';
import type { ResourceNode } from './resource.ts';

/**
 * Remembers what is found out about a block of a file. A block that an edit did not touch is the same node in the file
 * after it (see `readResources`), with the same text in front of and behind its quotes, so nothing is asked twice: while
 * somebody types, work grows with what is typed and not with the file.
 *
 * @param find must look at nothing but the block, and give places and no offsets: a block moves as a whole.
 */
export function perResource<Found>(
  find: (resource: ResourceNode, toml: TomlDocument) => Found,
): (resource: ResourceNode, toml: TomlDocument) => Found {
  const known = new WeakMap<ResourceNode, { readonly found: Found }>();
  return (resource, toml) => {
    let before = known.get(resource);
    if (!before) {
      before = { found: find(resource, toml) };
      known.set(resource, before);
    }
    return before.found;
  };
}

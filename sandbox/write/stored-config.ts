/** A config as Core stores it: names have become ids, and what cannot be is refused. */
import type { Core } from '../core.ts';
import { asCoreError, CoreError } from '../errors.ts';
import type { JsonObject } from '../json/tree.ts';
import { mapReferences } from '../store/references.ts';
import type { Resource } from '../store/resources.ts';
import type { Kind } from '../wire.ts';

/** Throws for the first reference to nothing, and for a Procedure that runs itself. `resource`: the one that changes. */
export function storedConfig(
  core: Core,
  kind: Kind,
  config: JsonObject,
  resource?: Resource,
): JsonObject {
  return mapReferences(kind, config, (of, idOrName, type) => {
    try {
      const id = core.resources.get(of, idOrName)._id.$oid;
      if (type === 'RunProcedure' && id === resource?._id.$oid) {
        throw new CoreError('Cannot have self-referential procedure');
      }
      return id;
    } catch (error) {
      // Core says of a Procedure which target it lacks, of the rest what it is that cannot be attached.
      if (kind === 'Procedure') throw error;
      const { chain } = asCoreError(error);
      throw new CoreError(`Cannot attach ${kind} to this ${of}`, { trace: chain });
    }
  });
}

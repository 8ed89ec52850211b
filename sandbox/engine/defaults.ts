import type { FactValue } from '../../komodo/schema/index.ts';
import type { Core } from '../core.ts';
import type { Json, JsonObject } from '../json/tree.ts';

/** The params of an execution with what was not given filled in, in the order of the type. */
export function withDefaults(core: Core, type: string, given: JsonObject): JsonObject {
  const definition = core.schema.types.get(type);
  if (definition?.kind !== 'struct') return given;
  return Object.fromEntries(
    definition.fields.map(({ name, default: value = null }) => [
      name,
      given[name] ?? (structuredClone<FactValue>(value) as Json),
    ]),
  );
}

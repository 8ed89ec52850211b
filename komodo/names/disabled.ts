import { perResource, stagesOf } from '../resources/index.ts';
import type { Datum } from '../toml/index.ts';

/** The values of params that Core never looks at: their execution is disabled, or its stage is. Items of arrays too. */
export const disabledValuesOf = perResource((resource): ReadonlySet<Datum> => {
  const disabled = stagesOf(resource).flatMap(({ enabled, executions }) =>
    executions.filter((execution) => !enabled || !execution.enabled),
  );
  const values = disabled.flatMap(({ params }) => params.map(({ entry }) => entry.value));
  return new Set(
    values.flatMap((value) => (value.kind === 'array' ? [value, ...value.items] : value)),
  );
});

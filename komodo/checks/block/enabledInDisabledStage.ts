import { stagesOf } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { writing } from '../mends.ts';
import type { BlockRule } from '../rule.ts';

/**
 * `enabled = true` in a stage that is disabled: the execution does not run all the same. Core writes the key to each
 * execution that it exports, so it says something only where others of the Procedure do without.
 */
export const enabledInDisabledStage: BlockRule = (resource) => {
  const stages = stagesOf(resource);
  const isExported = stages.every(({ executions }) =>
    executions.every((each) => each.enabledPlace),
  );
  if (isExported) return [];
  return stages
    .filter((stage) => !stage.enabled)
    .flatMap(({ executions, enabledPlace }) =>
      executions.flatMap(({ enabled, enabledPlace: place }): Finding[] => {
        if (!enabled || !place) return [];
        const message = 'This execution does not run: its stage is disabled.';
        const mends = writing(enabledPlace, 'true', 'Enable the stage');
        return [{ code: 'enabled-in-disabled-stage', class: 'style', message, place, mends }];
      }),
    );
};

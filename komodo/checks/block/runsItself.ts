import type { Finding } from '../finding.ts';
import type { BlockRule } from '../rule.ts';
import { targetsIn } from '../written.ts';

/** A Procedure that runs itself by its name. Core refuses to save it, even where that is disabled. */
export const runsItself: BlockRule = (resource, toml) =>
  targetsIn(resource, toml)
    .filter(
      ({ execution, name }) =>
        execution.type?.text === 'RunProcedure' && name !== '' && name === resource.name?.text,
    )
    .map(({ place }): Finding => ({
      code: 'self-reference',
      class: 'fails',
      message: 'Core refuses to save a Procedure that runs itself.',
      place,
    }));

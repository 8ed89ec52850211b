/** The patterns of a Procedure's Batch executions. */
import type { ResourceKind } from '../inventory/inventory.ts';
import { readPattern, type Pattern } from '../patterns/index.ts';
import {
  perResource,
  stagesOf,
  textOf,
  type ExecutionNode,
  type StageNode,
} from '../resources/index.ts';
import type { Place } from '../toml/index.ts';
import { kindOfBatch } from './kinds.ts';

export interface WrittenPattern {
  /** What it picks from. */
  readonly kind: ResourceKind;
  readonly pattern: Pattern;
  /** The string that holds it. */
  readonly place: Place;
  readonly execution: ExecutionNode;
  readonly stage: StageNode;
  /** Neither it nor its stage is disabled. */
  readonly runs: boolean;
}

/** The patterns in a block, those that are not run included. */
export const patternsOf = perResource((resource): readonly WrittenPattern[] =>
  stagesOf(resource).flatMap((stage) =>
    stage.executions.flatMap((execution): WrittenPattern[] => {
      const { type, params, enabled } = execution;
      const kind = type && kindOfBatch(type.text, resource.schema);
      const text = textOf(params.find(({ name }) => name === 'pattern')?.entry.value);
      if (!kind || !text) return [];
      const pattern = readPattern(text.text, 'batch');
      const runs = stage.enabled && enabled;
      return [{ kind, pattern, place: text.place, execution, stage, runs }];
    }),
  ),
);

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
import type { Datum, Place } from '../toml/index.ts';
import { kindOfBatch } from './kinds.ts';

export interface WrittenPattern {
  /** What it picks from. */
  readonly kind: ResourceKind;
  readonly pattern: Pattern;
  /** The string that holds it. */
  readonly place: Place;
  readonly execution: ExecutionNode;
  readonly stage: StageNode;
  /** The string is not closed, so that what follows was read as a part of it. */
  readonly isOpen: boolean;
  /** Neither it nor its stage is disabled. */
  readonly runs: boolean;
}

/** The patterns in a block, those that are not run included. */
export const patternsOf = perResource((resource): readonly WrittenPattern[] =>
  stagesOf(resource).flatMap((stage) =>
    stage.executions.flatMap((execution): WrittenPattern[] => {
      const { type, params, enabled } = execution;
      const kind = type && kindOfBatch(type.text, resource.schema);
      const datum = params.find(({ name }) => name === 'pattern')?.entry.value;
      const text = textOf(datum);
      if (!kind || !text) return [];
      const pattern = readPattern(text.text, 'batch');
      const runs = stage.enabled && enabled;
      return [{ kind, pattern, place: text.place, isOpen: isOpen(datum), execution, stage, runs }];
    }),
  ),
);

/** Whether something is a string that is not closed. */
export function isOpen(datum: Datum | undefined): boolean {
  return datum?.kind === 'scalar' && datum.node.kind === 'string' && datum.node.open === true;
}

/** The resources that the executions of a Procedure call by their names. */
import type { ResourceKind } from '../inventory/inventory.ts';
import { referenceOf } from '../plan/index.ts';
import {
  perResource,
  stagesOf,
  textOf,
  type ExecutionNode,
  type ParamNode,
  type StageNode,
} from '../resources/index.ts';
import { isOpen } from './patterns.ts';
import { contentOf, type Datum, type Place } from '../toml/index.ts';

export interface NamedTarget {
  readonly kind: ResourceKind;
  /** The name as it is written: empty where none stands there yet, Core's id where somebody wrote that. */
  readonly name: string;
  /** The string that holds it. */
  readonly place: Place;
  /** The name alone, without quotes. */
  readonly namePlace: Place;
  /** The key of the param that it is the value of. */
  readonly key: Place;
  /** The string is not closed, so that what follows was read as a part of it. */
  readonly isOpen: boolean;
  readonly execution: ExecutionNode;
  readonly stage: StageNode;
  /** Neither the execution nor its stage is disabled. */
  readonly runs: boolean;
}

/** All that executions of a block name, those that are not run included; patterns are in {@link patternsOf}. */
export const namedTargetsOf = perResource((resource): readonly NamedTarget[] =>
  stagesOf(resource).flatMap((stage) =>
    stage.executions.flatMap((execution) =>
      execution.params.flatMap((param) => targetsIn(param, execution, stage)),
    ),
  ),
);

/** A key that Core does not know for this type names nothing. */
function targetsIn(
  { name: param, entry }: ParamNode,
  execution: ExecutionNode,
  stage: StageNode,
): NamedTarget[] {
  const { type, definition } = execution;
  const reference =
    type && definition?.byName.has(param) ? referenceOf(type.text, param) : undefined;
  if (!reference || reference.form === 'pattern') return [];
  const { kind, form } = reference;
  return valuesIn(entry.value, form).flatMap((datum): NamedTarget[] => {
    const text = textOf(datum);
    if (!text) return [];
    const runs = stage.enabled && execution.enabled;
    const { text: name, place } = text;
    const namePlace = contentOf(datum);
    const { key } = entry;
    return [{ kind, name, place, namePlace, key, isOpen: isOpen(datum), execution, stage, runs }];
  });
}

function valuesIn(datum: Datum, form: 'name' | 'names'): readonly Datum[] {
  if (form === 'name') return [datum];
  return datum.kind === 'array' ? datum.items : [];
}

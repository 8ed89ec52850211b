import { stagesOf, type ExecutionNode } from '../../resources/index.ts';
import type { Datum, Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { BlockRule } from '../rule.ts';

/** A `Sleep` that never ends, as Core takes a negative duration for a huge one, and one that does not wait. */
export const sleeps: BlockRule = (resource) =>
  stagesOf(resource)
    .filter((stage) => stage.enabled)
    .flatMap(({ executions }) => executions.flatMap((execution) => problemOf(execution) ?? []));

function problemOf({ type, params, datum, enabled }: ExecutionNode): Finding | undefined {
  if (type?.text !== 'Sleep' || !enabled || !datum) return undefined;
  const written = params.find(({ name }) => name === 'duration_ms')?.entry.value;
  if (!written) return doesNotWait(type.place);
  const duration = integerIn(written);
  if (duration === 0n) return doesNotWait(written.place);
  if (duration === undefined || duration > 0n) return undefined;
  const positive = String(-duration);
  return {
    code: 'endless-sleep',
    class: 'fails',
    message:
      'A `Sleep` of less than 0 ms never ends: the Procedure stays busy until Core is restarted.',
    place: written.place,
    mends: [
      { title: `Change to \`${positive}\``, edits: [{ place: written.place, text: positive }] },
    ],
  };
}

function doesNotWait(place: Place): Finding {
  const message = 'This `Sleep` does not wait: say how many milliseconds in `duration_ms`.';
  return { code: 'idle-sleep', class: 'style', message, place };
}

function integerIn(datum: Datum): bigint | undefined {
  return datum.kind === 'scalar' && datum.node.kind === 'integer' ? datum.node.value : undefined;
}

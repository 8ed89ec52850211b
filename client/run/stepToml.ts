import type { StepPlace } from '../../protocol/runPanel.ts';
import { openToml } from '../openToml.ts';
import type { RunnablesInFiles } from '../runnablesInFiles.ts';
import type { RunSession } from './runSession.ts';
import { findRun } from './runTree.ts';

/** Goes to the TOML of what was run, or of a step of it. Rejects when a step's Procedure has no known name. */
export async function stepToml(
  runnables: RunnablesInFiles,
  { target, run }: RunSession,
  place: StepPlace | undefined,
): Promise<void> {
  if (target.kind === 'ResourceSync') throw new Error('A sync has no stages to go to.');
  const inside = place && run && place.run !== run.id ? findRun(run, place.run) : undefined;
  if (!inside) return openToml(runnables, target.kind, target.name, place);
  if (inside.name === undefined) throw new Error('Core does not say which Procedure this is.');
  return openToml(runnables, 'Procedure', inside.name, place);
}

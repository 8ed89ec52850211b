import { failureReason, hasEnded } from '../../komodo/runs/index.ts';
import { durationText } from '../../komodo/runs/duration.ts';
import type { Run } from '../../komodo/runs/index.ts';

/** How far a run is, in few words: `release-web 2/3`. */
export function progressText(name: string, run: Run | undefined): string {
  const stages = run?.stages ?? [];
  const at = stages.findLastIndex(({ status }) => status === 'running') + 1;
  const known = stages.every(({ index }) => index !== undefined);
  if (at === 0) return name;
  return `${name} ${known ? `${at}/${stages.length}` : `stage ${at}`}`;
}

/** How a run ended, in a sentence; `place` is where it ran. */
export function outcomeText(name: string, place: string, run: Run): string {
  if (!hasEnded(run.status)) return `${name} is still running on ${place}.`;
  const took = run.end === undefined ? '' : ` after ${durationText(run.end - run.start)}`;
  const end = { ok: 'succeeded', failed: 'failed', cancelled: 'was cancelled' }[
    run.status as 'ok' | 'failed' | 'cancelled'
  ];
  const reason = run.status === 'failed' ? `: ${innermostReason(run)}` : '';
  return `${name} ${end} on ${place}${took}${reason}`;
}

/** What failed first at the bottom of it all; one line, as a notification has no room for more. */
function innermostReason(run: Run): string {
  return run.interrupted
    ? 'Core stopped meanwhile'
    : (failedStep(run) ?? failureReason(run.error ?? ''));
}

/** The first step that failed, the innermost one, and why. */
function failedStep(run: Run): string | undefined {
  const failed = run.stages
    .flatMap(({ executions }) => executions)
    .filter(({ status }) => status === 'failed');
  for (const { type, target, child, error } of failed) {
    const inside = child && failedStep(child);
    if (inside !== undefined) return inside;
    const said = child?.error ?? error;
    if (said !== undefined)
      return `${[type, target].filter(Boolean).join(' ')}: ${failureReason(said)}`;
  }
  return undefined;
}

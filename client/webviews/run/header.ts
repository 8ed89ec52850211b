/** What the head of the panel says about a run: a pure function of the run and of the time. */
import { clockText, durationText } from '../../../komodo/runs/duration.ts';
import { hasEnded } from '../../../komodo/runs/index.ts';
import type { Run, RunStatus } from '../../../komodo/runs/index.ts';
import type { ShownRun } from '../../../protocol/runPanel.ts';

export interface HeaderView {
  /** `lost`: it had not ended when it could not be followed any more. */
  readonly status: RunStatus | 'lost';
  readonly title: string;
  /** How it stands, e.g. `stage 2 of 3`, `00:41`, `usually 01:10`. */
  readonly facts: readonly string[];
  /** What went wrong or holds things up; empty when nothing does. */
  readonly trouble: string;
  /** 0 to 1, by how long it usually takes; missing when that is not known, or it is over. */
  readonly progress?: number;
  readonly cancel: CancelView;
}

/** The button that cancels. `enabled` is false where Core would not stop anything any more. */
export interface CancelView {
  readonly shown: boolean;
  readonly enabled: boolean;
  readonly label: string;
  readonly hint: string;
}

const outcome: Record<RunStatus, string> = {
  queued: 'queued',
  running: 'running',
  ok: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Whether something of it may still change. */
export const isUnderWay = ({ run, followed }: ShownRun): boolean =>
  followed && !hasEnded(run.status);

/** `now` is by the clock of this machine. */
export function headerOf(shown: ShownRun, now: number): HeaderView {
  const { run } = shown;
  const elapsed = (run.end ?? now - shown.clockShift) - run.start;
  const over = hasEnded(run.status);
  const goesOn = isUnderWay(shown);
  const progress = goesOn ? progressOf(elapsed, shown.usual) : undefined;
  return {
    status: over || goesOn ? run.status : 'lost',
    title: shown.title,
    facts: [
      over ? outcome[run.status] : currentStage(run),
      ...(over
        ? endedFacts(run, elapsed)
        : goesOn
          ? [clockText(elapsed)]
          : ['not followed any more']),
      ...(shown.usual === undefined ? [] : [`usually ${durationText(shown.usual)}`]),
      ...(shown.cancelling ? ['cancelling'] : []),
    ],
    trouble: shown.stalled ?? '',
    ...(progress === undefined ? {} : { progress }),
    cancel: cancelOf(shown),
  };
}

const endedFacts = (run: Run, elapsed: number): readonly string[] => [
  durationText(elapsed),
  ...(run.interrupted ? ['Core stopped meanwhile'] : []),
];

/** Never reaches the end by itself: what takes longer than usual stays just before it. */
const progressOf = (elapsed: number, usual: number | undefined): number | undefined =>
  usual === undefined || usual <= 0 ? undefined : Math.min(Math.max(elapsed / usual, 0), 0.97);

function currentStage(run: Run): string {
  const at = run.stages.findLastIndex(({ status }) => status === 'running');
  if (at < 0) return outcome[run.status];
  return stagesAreKnown(run) ? `stage ${at + 1} of ${run.stages.length}` : `stage ${at + 1}`;
}

/** Whether the stages that are still to come are listed as well. */
const stagesAreKnown = (run: Run): boolean => run.stages.every(({ index }) => index !== undefined);

function cancelOf(shown: ShownRun): CancelView {
  const { run, cancelling } = shown;
  const goesOn = isUnderWay(shown);
  if (run.kind !== 'Procedure') {
    return {
      shown: goesOn && run.kind === 'Action',
      enabled: !cancelling,
      label: cancelling ? 'Cancelling…' : 'Cancel',
      hint: 'Stops the script. What it wrote until now is lost.',
    };
  }
  const last = stagesAreKnown(run) && !run.stages.some(({ status }) => status === 'waiting');
  return {
    shown: goesOn,
    enabled: !cancelling && !last,
    label: cancelling ? 'Cancelling after this stage…' : 'Cancel after this stage',
    hint: last
      ? 'The last stage is under way. Core cancels between stages only, so it can’t stop this one.'
      : 'This stage ends as it would, with all that it has started; the next ones will not begin.',
  };
}

/** What a screen reader is told when one state of a run follows another; empty when nothing of weight happened. */
export function announcement(before: ShownRun | undefined, after: ShownRun): string {
  const { run, title } = after;
  const same = before?.id === after.id ? before.run : undefined;
  if (hasEnded(run.status)) {
    if (same?.status === run.status) return '';
    return `${title} ${outcome[run.status]}${run.error === undefined ? '' : `: ${run.error}`}`;
  }
  if (!after.followed) return before?.followed === false ? '' : `${title}: not followed any more`;
  const at = run.stages.findLastIndex(({ status }) => status === 'running');
  const stage = run.stages[at];
  if (!stage || same?.stages[at]?.status === 'running') return '';
  return `${title}: ${currentStage(run)}, ${stage.name}`;
}

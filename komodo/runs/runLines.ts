import { durationText } from './duration.ts';
import {
  hasEnded,
  type Run,
  type RunExecution,
  type RunLog,
  type RunStage,
  type RunStatus,
  type StepStatus,
} from './run.ts';
import { plainText } from './styledText.ts';

/** How a line is meant, so that a terminal can colour it. `log` lines are Core's own words. */
export type LineTone = 'title' | 'running' | 'ok' | 'failed' | 'muted' | 'log';

export interface RunLine {
  /** 0 for the run that was started, one more for each run inside. */
  readonly depth: number;
  readonly tone: LineTone;
  readonly text: string;
}

/** Says what is new since it was last called, as lines for an output that only grows. */
export type RunFollower = (run: Run) => RunLine[];

const marks: Record<StepStatus | RunStatus, string> = {
  queued: '○',
  waiting: '○',
  skipped: '⊘',
  'not-run': '○',
  running: '▸',
  ok: '✓',
  failed: '✗',
  cancelled: '■',
  ended: '·',
  interrupted: '✗',
};

function toneOf(status: StepStatus | RunStatus): LineTone {
  if (status === 'interrupted') return 'failed';
  if (status === 'ok' || status === 'failed' || status === 'running') return status;
  return 'muted';
}

/**
 * Follows one run: hand every new state of it to the function, and write the lines it answers. A step is told when it
 * begins and when it ends, a log as it grows; nothing is told twice. What ended between two states is told once, at
 * its end.
 */
export function followRun(): RunFollower {
  const told = new Map<string, StepStatus | RunStatus>();
  /** By text: how long it was, whether its run was over, and how many lines of it were told. */
  const shown = new Map<string, { length: number; over: boolean; lines: number }>();
  const news = (key: string, status: StepStatus | RunStatus): boolean => {
    if (told.get(key) === status) return false;
    told.set(key, status);
    return true;
  };

  function* runSteps(run: Run, depth: number): Generator<RunLine> {
    for (const [index, stage] of run.stages.entries()) {
      yield* stageLines(run, stage, index, depth);
      // A disabled stage is known from the beginning, and told in its turn.
      if (stage.status === 'running') break;
    }
    // The one log of a Procedure tells in Core's words what its stages say already.
    if (run.stages.length === 0) {
      for (const [index, log] of run.logs.entries()) yield* logLines(run, log, index, depth);
    }
  }

  function* stageLines(
    run: Run,
    stage: RunStage,
    index: number,
    depth: number,
  ): Generator<RunLine> {
    if (stage.status === 'waiting' || stage.status === 'not-run') return;
    if (news(`${run.id}/${index}`, stage.status === 'skipped' ? 'skipped' : 'running')) {
      // How many there are is known once the planned stages are.
      const all = stage.index === undefined ? '' : ` of ${run.stages.length}`;
      const count = `Stage ${index + 1}${all}`;
      const note = stage.status === 'skipped' ? ' (disabled)' : '';
      yield { depth, tone: 'title', text: `${count}${stage.name && `: ${stage.name}`}${note}` };
    }
    const seen = new Map<string, number>();
    for (const execution of stage.executions) {
      const words = [execution.type, execution.target, execution.params && `(${execution.params})`];
      const text = words.filter(Boolean).join(' ');
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      yield* executionLines(run, execution, text, `${run.id}/${index}/${text}/${nth}`, depth + 1);
    }
  }

  function* executionLines(
    run: Run,
    execution: RunExecution,
    text: string,
    key: string,
    depth: number,
  ): Generator<RunLine> {
    const { status, child, error } = execution;
    if (status === 'waiting' || status === 'not-run') return;
    // How it ended is told by an Update of its own, which may come after that of the run around it.
    if (status === 'ended' && !hasEnded(run.status)) return;
    const over = status !== 'running';
    const isNews = news(key, status);
    if (isNews && !over) yield { depth, tone: 'running', text: `${marks.running} ${text}` };
    if (child) {
      if (execution.link === 'doubtful' && news(`${key}/link`, 'running')) {
        yield { depth: depth + 1, tone: 'muted', text: 'probably this run:' };
      }
      yield* runSteps(child, depth + 1);
    }
    if (!isNews || !over) return;
    const note = status === 'skipped' ? ' (disabled)' : took(execution.start, execution.end);
    yield { depth, tone: toneOf(status), text: `${marks[status]} ${text}${note}` };
    // A log has been told.
    const isInLog = child?.stages.length === 0 && child.error === error;
    if (error !== undefined && !isInLog) yield* textLines(error, depth + 1, 'failed');
  }

  function* logLines(run: Run, log: RunLog, index: number, depth: number): Generator<RunLine> {
    for (const stream of ['stdout', 'stderr'] as const) {
      const key = `${run.id}/${index}/${stream}`;
      const { length } = log[stream];
      const over = hasEnded(run.status);
      const before = shown.get(key);
      // A log can be long, and most of the time it is another one that has grown.
      if (length === (before?.length ?? 0) && over === (before?.over ?? over)) continue;
      const lines = plainText(log[stream]).replace(/\n$/, '').split('\n');
      // The last line may still grow: it is told when another follows it, or at the end.
      const complete = over ? lines.length : lines.length - 1;
      const from = before?.lines ?? 0;
      for (const text of lines.slice(from, complete)) yield { depth, tone: 'log', text };
      shown.set(key, { length, over, lines: Math.max(from, complete) });
    }
  }

  return (run) => {
    const lines = [...runSteps(run, 0)];
    if (hasEnded(run.status) && news(run.id, run.status)) {
      const name = [run.operation, run.name].filter(Boolean).join(' ');
      const end = `${marks[run.status]} ${name}: ${run.status}${took(run.start, run.end)}`;
      lines.push({ depth: 0, tone: toneOf(run.status), text: end });
      if (run.error !== undefined) lines.push(...textLines(run.error, 1, 'failed'));
    }
    return lines;
  };
}

function took(start: number | undefined, end: number | undefined): string {
  return start === undefined || end === undefined ? '' : ` (${durationText(end - start)})`;
}

function* textLines(text: string, depth: number, tone: LineTone): Generator<RunLine> {
  for (const line of text.split('\n')) yield { depth, tone, text: line };
}

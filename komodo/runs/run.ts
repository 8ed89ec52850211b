/**
 * The tree of a run, as the run panel, the output channel and the command line show it. Made by {@link runOf} from
 * Core's Updates; plain data, so it travels as JSON. All times are milliseconds since 1970 by Core's clock.
 */

/** `queued`: Core took the request and has not begun. `cancelled`: stopped before its last stage or its end. */
export type RunStatus = 'queued' | 'running' | 'ok' | 'failed' | 'cancelled';

/**
 * - `waiting`: not begun; `skipped`: disabled, will not begin; `not-run`: the run ended before it.
 * - `ended`: it is over, but Core does not say how. Its log calls failed executions "Finished" too, and names only the
 *   first failure of a stage.
 * - `interrupted`: it was under way when Core stopped, and nobody knows how far it came.
 */
export type StepStatus =
  'waiting' | 'skipped' | 'not-run' | 'running' | 'ok' | 'failed' | 'ended' | 'interrupted';

/**
 * How sure it is that a child belongs to its execution: Updates name no parent, so most children are found by kind,
 * target and time. `doubtful`: another Update fits as well; show it as a guess.
 */
export type RunLink = 'certain' | 'doubtful';

export interface Run {
  /** Id of its Update. */
  readonly id: string;
  /** Core's word for what was done, e.g. `RunProcedure`. */
  readonly operation: string;
  /** Kind of the target as Core writes it: `Procedure`, `Action`, `Stack`, … or `System`. */
  readonly kind: string;
  /** Id of the target; empty for `System`. */
  readonly target: string;
  /** Name of the target, where the log or the caller knows it. */
  readonly name?: string;
  /** Id of who started it; {@link procedureOperator} for a child of a Procedure. */
  readonly operator: string;
  readonly status: RunStatus;
  readonly start: number;
  /** Missing while it runs. Of a run that Core's shutdown cut off it is when Core noticed. */
  readonly end?: number;
  /** Why it did not end well, in Core's words without styles; one or more lines. */
  readonly error?: string;
  /** Core stopped while this ran. */
  readonly interrupted?: true;
  /** Only a run of a Procedure has stages. */
  readonly stages: readonly RunStage[];
  readonly logs: readonly RunLog[];
}

export interface RunStage {
  /** As written in the Procedure; may be empty. */
  readonly name: string;
  /** Place in the Procedure's `config.stage` (0 first), where its planned stages are known. */
  readonly index?: number;
  readonly status: StepStatus;
  /** Reckoned from the durations in the log, as its lines carry no time; never later than the real one. */
  readonly start?: number;
  readonly end?: number;
  readonly error?: string;
  readonly executions: readonly RunExecution[];
}

export interface RunExecution {
  /** Core's name of the execution, e.g. `RunAction`; of a batch each match is an execution of its own. */
  readonly type: string;
  /** What it is about, by name where that is known, else as Core logs it (an id); missing for Sleep and the like. */
  readonly target?: string;
  /** The other parameters in words, e.g. `duration_ms: 300`; empty when there are none. */
  readonly params: string;
  readonly status: StepStatus;
  readonly start?: number;
  readonly end?: number;
  readonly error?: string;
  readonly child?: Run;
  /** Said whenever there is a `child`. */
  readonly link?: RunLink;
}

/** One log of an Update. `stdout` and `stderr` are as Core keeps them: `styledText` or `plainText` before they are shown. */
export interface RunLog {
  readonly stage: string;
  readonly command: string;
  readonly success: boolean;
  readonly start: number;
  readonly end: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The eight colors of a terminal and their bright forms. */
export type ColorName = BaseColor | `bright-${BaseColor}`;
type BaseColor = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white';
/** A name follows the viewer's theme; `#rrggbb` was asked for exactly. */
export type Color = ColorName | `#${string}`;

/** A piece of log text in one style. `text` is plain: whatever it looks like, it is not HTML. */
export interface StyledSegment {
  readonly text: string;
  readonly color?: Color;
  readonly background?: Color;
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Color and background change places. */
  readonly inverse?: true;
}

/** The operator of whatever a Procedure starts (Core's service user "Procedure"). */
export const procedureOperator = '000000000000000000000001';

/** True once nothing will change any more. */
export function hasEnded(status: RunStatus): boolean {
  return status !== 'queued' && status !== 'running';
}

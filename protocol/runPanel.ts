/** What the run panel (a webview) and its host in the extension say to each other. Plain data, posted as JSON. */
import type { ModulePlace, Run, RunStatus, StyledSegment } from '../komodo/runs/index.ts';

/** One run as the panel shows it; sent anew whenever something of it changes. Its log lines travel apart. */
export interface ShownRun {
  /** Id of the outermost Update. */
  readonly id: string;
  /** Name of the Procedure or Action. */
  readonly title: string;
  /** Name of the profile it runs on. */
  readonly profile: string;
  /** Address and version of that Core, e.g. `komodo.lan, Komodo 2.3.2`. */
  readonly core: string;
  /** It runs on the sandbox: nothing outside of this machine is touched. */
  readonly simulated: boolean;
  /** The tree; the `logs` in it are left empty. */
  readonly run: Run;
  /** Milliseconds to add to Core's times to have them by the clock of this machine. */
  readonly clockShift: number;
  /** How long it usually takes, in milliseconds; missing when there are no earlier runs to tell by. */
  readonly usual?: number;
  /** Somebody asked for its cancellation and it has not ended yet. */
  readonly cancelling: boolean;
  /** False when it can't be followed any more: then this is how it was seen last. */
  readonly followed: boolean;
  /** Why nothing new arrives at the moment, e.g. while the connection is being made again. */
  readonly stalled?: string;
}

/** One line of the list from which another run is chosen. */
export interface RunChoice {
  readonly id: string;
  readonly title: string;
  readonly profile: string;
  readonly status: RunStatus;
  /** By the clock of this machine. */
  readonly start: number;
}

/** A line of a log, in the order in which lines arrived. */
export interface LogLine {
  /** Id of the Update it belongs to. */
  readonly run: string;
  /** `stage`: the heading of a log; `command`: what was executed; else the stream it was written to. */
  readonly stream: 'stage' | 'command' | 'out' | 'err';
  readonly segments: readonly StyledSegment[];
  /** When the log began, by the clock of this machine; only headings have it. */
  readonly at?: number;
}

/** Where a step stands: the stage of one of the runs of a tree, and the execution in it when that is meant; from 0. */
export interface StepPlace {
  /** Id of the Update of the Procedure the stage belongs to. */
  readonly run: string;
  readonly stage: number;
  readonly execution?: number;
}

export type ToRunPanel =
  /** Which runs there are, newest first, and the one to show. */
  | { readonly type: 'choices'; readonly choices: readonly RunChoice[] }
  | { readonly type: 'run'; readonly shown: ShownRun }
  /** Lines from number `from` on (0 first); the panel keeps what it has before that. */
  | {
      readonly type: 'lines';
      readonly id: string;
      readonly from: number;
      readonly lines: readonly LogLine[];
    };

export type FromRunPanel =
  /** The panel was made, or made again: send everything. */
  | { readonly type: 'ready' }
  /** Asks which Procedure to run. */
  | { readonly type: 'runProcedure' }
  | { readonly type: 'choose'; readonly id: string }
  /** Asks Core to stop the run, or the nested one whose Update `run` names. */
  | { readonly type: 'cancel'; readonly id: string; readonly run: string }
  | { readonly type: 'runAgain'; readonly id: string }
  /** Goes to the TOML of the outermost Procedure, or of a step. */
  | { readonly type: 'openToml'; readonly id: string; readonly place?: StepPlace }
  /** Goes to a place in the script of the Action that the Update `run` is of, as its log names it. */
  | ({ readonly type: 'openScript'; readonly id: string; readonly run: string } & ModulePlace)
  /** Opens the lines of these Updates as a text document; all when the list is left out. */
  | { readonly type: 'openLog'; readonly id: string; readonly runs?: readonly string[] }
  | { readonly type: 'saveLog'; readonly id: string; readonly runs?: readonly string[] };

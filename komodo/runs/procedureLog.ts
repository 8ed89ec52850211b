import { readExecution } from './debugText.ts';
import { executionWords } from './executionWords.ts';
import type { ExecutionWords } from './executionWords.ts';
import { plainText } from './styledText.ts';
import type { CoreLog } from './update.ts';

/** The one log that tells how a Procedure goes: `stdout` grows by a line at a time. */
export const procedureLogStage = 'Execute procedure';

export interface LoggedStage {
  readonly name: string;
  readonly executions: readonly LoggedStep[];
  /** How long it took, in milliseconds; missing while it runs and when it was cut off. */
  readonly took?: number;
  readonly failed: boolean;
}

export interface LoggedStep extends ExecutionWords {
  /** The words of the log, equal for equal executions. */
  readonly text: string;
  /** Milliseconds. Core says this of failed ones too. */
  readonly took?: number;
}

export interface ProcedureLog {
  /** As the Procedure was called when it ran. */
  readonly name?: string;
  /** When Core began to work on it; what came before is waiting. */
  readonly start?: number;
  /** Those that began, in order. */
  readonly stages: readonly LoggedStage[];
  readonly cancelled: boolean;
}

interface OpenStage {
  name: string;
  executions: { text: string; took?: number }[];
  took?: number;
  failed: boolean;
}

/**
 * What the logs of a Procedure's Update say of its stages. A failed stage has no line of its own in `stdout`; it is
 * named in the log "Execution error".
 */
export function readProcedureLog(logs: readonly CoreLog[]): ProcedureLog {
  const known = alreadyRead.get(logs) ?? read(logs);
  alreadyRead.set(logs, known);
  return known;
}

/** A tree is made again whenever one of its Updates changes; the logs of the others are the same objects. */
const alreadyRead = new WeakMap<readonly CoreLog[], ProcedureLog>();

function read(logs: readonly CoreLog[]): ProcedureLog {
  const log = logs.find((each) => each.stage === procedureLogStage);
  const stages: OpenStage[] = [];
  let name: string | undefined;
  let cancelled = false;
  for (const line of linesOf(log?.stdout ?? '')) {
    const stage = stages.at(-1);
    let match: RegExpExecArray | null;
    if ((match = /^INFO: executing procedure '([^]*)'$/.exec(line))) name ??= match[1]!;
    else if ((match = /^INFO: Executing stage: '([^]*)'$/.exec(line)))
      stages.push({ name: match[1]!, executions: [], failed: false });
    else if ((match = /^INFO: Executing: ([^]*)$/.exec(line)))
      stage?.executions.push({ text: match[1]! });
    else if ((match = /^INFO: Finished execution in ([^ ]+): ([^]*)$/.exec(line)))
      finish(stage, match[2]!, durationOf(match[1]!));
    else if ((match = /^INFO: Finished stage '[^]*' execution in ([^ ]+)$/.exec(line))) {
      if (stage) stage.took = durationOf(match[1]!);
    } else if (line.startsWith('ERROR: Cancelled before stage: ')) cancelled = true;
  }
  const last = stages.at(-1);
  if (last && last.took === undefined && logs.some((each) => !each.success)) {
    last.failed = true;
    const failure = failureOf(logs);
    if (failure?.took !== undefined) last.took = failure.took;
  }
  return {
    name,
    start: log?.start_ts,
    stages: stages.map((stage) => ({ ...stage, executions: stage.executions.map(described) })),
    cancelled,
  };
}

/** Which execution Core blames for the end of a Procedure, and why. */
export interface Failure {
  /** How long the failed stage took, in milliseconds. */
  readonly took?: number;
  /** The words of the first execution that failed, in the order of the stage. */
  readonly execution?: string;
  /** The Update that tells why. */
  readonly updateId?: string;
  /** All Core says, without styles. */
  readonly text: string;
}

export function failureOf(logs: readonly CoreLog[]): Failure | undefined {
  const log = logs.findLast((each) => !each.success);
  if (log === undefined) return undefined;
  const text = plainText(log.stderr === '' ? log.stdout : log.stderr).trim();
  const [, took] = /^ERROR: Failed stage '[^]*?' execution after (\S+)$/m.exec(text) ?? [];
  const [, execution] = /^\t\d+: ERROR: Failed on (.*)$/m.exec(text) ?? [];
  const [, updateId] = /see update: '\S*\/updates\/([0-9a-f]{24})'/.exec(text) ?? [];
  return { took: took === undefined ? undefined : durationOf(took), execution, updateId, text };
}

/** Lines without styles. Each begins with a span; any other line goes on with the one before (a stage name may hold newlines). */
function linesOf(stdout: string): string[] {
  const lines: string[] = [];
  for (const line of stdout.split('\n')) {
    if (/^<span[^>]*>(?:INFO|ERROR)<\/span>: /.test(line) || lines.length === 0) lines.push(line);
    else lines.push(`${lines.pop()!}\n${line}`);
  }
  return lines.map(plainText);
}

/** Of equal executions the first that is still open ends: which one it really was, nobody can tell. */
function finish(stage: OpenStage | undefined, text: string, took: number | undefined): void {
  const open = stage?.executions.find((each) => each.text === text && each.took === undefined);
  if (open && took !== undefined) open.took = took;
}

function described(step: { text: string; took?: number }): LoggedStep {
  const read = readExecution(step.text);
  const words = read
    ? executionWords(read.type, read.params)
    : executionWords(/^\w*/.exec(step.text)![0], undefined);
  return { ...words, ...step };
}

const units: Readonly<Record<string, number>> = { ns: 1e-6, µs: 1e-3, μs: 1e-3, ms: 1, s: 1e3 };

/** Rust's Debug of a Duration, e.g. `101.556485ms`, in milliseconds. */
function durationOf(text: string): number | undefined {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ns|µs|μs|ms|s)$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * units[unit!]!;
}

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CoreUpdate, Run, RunExecution, RunStage } from '../index.ts';

/** One scenario recorded from a real Core; its format is told in test-fixtures/README.md. */
export interface Recording {
  readonly setup: readonly RecordedStep[];
  readonly steps: readonly RecordedStep[];
  readonly updates: readonly { id: string; states: readonly RecordedState[] }[];
  readonly ws: readonly { t_ms: number; frame?: unknown }[];
}
export interface RecordedStep {
  readonly t_ms: number;
  readonly note?: string;
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Readonly<Record<string, unknown>>;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}
export interface RecordedState {
  readonly t_ms: number;
  readonly body: CoreUpdate;
}

export function recording(name: string): Recording {
  const file = new URL(`../../../test-fixtures/core/${name}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as Recording;
}

/** Every Update as it was at the end, or as it had been seen by a moment of the recording. */
export function updatesAt({ updates }: Recording, t_ms = Infinity): CoreUpdate[] {
  return updates.flatMap(
    ({ states }) => states.findLast((state) => state.t_ms <= t_ms)?.body ?? [],
  );
}

/** Ids of the Updates made by `RunProcedure` of a name, in order. */
export function runIdsOf({ steps }: Recording, procedure: string): string[] {
  return steps
    .filter(({ request }) => request?.path === '/execute/RunProcedure')
    .filter(({ request }) => request!.body!.procedure === procedure)
    .map(({ response }) => (response!.body as CoreUpdate)._id!.$oid);
}

/** A tree in lines, for a test to read: status, what, how sure. */
export function outline(run: Run | undefined, indent = ''): string[] {
  if (run === undefined) return [`${indent}no run`];
  return [
    `${indent}${run.status} ${run.operation} ${run.name ?? ''}`.trimEnd(),
    ...run.stages.flatMap((stage) => stageLines(stage, `${indent}  `)),
  ];
}

function stageLines(stage: RunStage, indent: string): string[] {
  return [
    `${indent}${stage.status} stage '${stage.name}'`,
    ...stage.executions.flatMap((execution) => executionLines(execution, `${indent}  `)),
  ];
}

function executionLines(execution: RunExecution, indent: string): string[] {
  const words = [execution.status, execution.type, execution.target, execution.params];
  const line = indent + words.filter((word) => word !== undefined && word !== '').join(' ');
  if (execution.child === undefined) return [line];
  const doubt = execution.link === 'doubtful' ? ' (doubtful)' : '';
  return [line + doubt, ...outline(execution.child, `${indent}  `)];
}

/** What Core says of a run, as far as its tree needs it: an `Update` of komodo_client, read from JSON. */
export interface CoreUpdate {
  /** A batch hands out Updates without one for what it did not start. */
  readonly _id?: { readonly $oid: string };
  readonly operation: string;
  /** Milliseconds since 1970, as every time here. */
  readonly start_ts: number;
  /** True until something failed, so also while it runs. */
  readonly success: boolean;
  readonly operator: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly logs: readonly CoreLog[];
  readonly end_ts?: number | null;
  /** `Queued`, `InProgress` or `Complete`. */
  readonly status: string;
}

export interface CoreLog {
  readonly stage: string;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly success: boolean;
  readonly start_ts: number;
  readonly end_ts: number;
}

/** Stages as in the config of a Procedure (GetProcedure), where the caller has them. */
export interface PlannedStage {
  readonly name: string;
  readonly enabled: boolean;
  readonly executions?: readonly PlannedExecution[];
}

export interface PlannedExecution {
  readonly execution: { readonly type: string; readonly params: unknown };
  readonly enabled: boolean;
}

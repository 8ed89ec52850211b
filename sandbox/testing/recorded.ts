/** The recordings of a real Core, as the replayer reads them. */
import { recording } from '../../komodo/runs/testing/recording.ts';
import type { Json } from '../json/tree.ts';
import type { Update, UpdateListItem } from '../wire.ts';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** `auth` names the kind of credential; null: not sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: Json;
}

export interface RecordedSocketEvent {
  readonly t_ms: number;
  readonly sent?: string | { readonly binary: string };
  readonly received?: Json;
  readonly event?: string;
  readonly data?: string;
  readonly code?: number;
  readonly status?: number;
  readonly body?: string;
}

export interface RecordedStep {
  /** When the answer was there, in milliseconds since the start. */
  readonly t_ms: number;
  readonly note?: string;
  readonly request: RecordedRequest;
  readonly response?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: Json;
    readonly ms: number;
  };
  readonly socket?: readonly RecordedSocketEvent[];
}

export interface RecordedUpdate {
  readonly id: string;
  readonly states: readonly { readonly t_ms: number; readonly body: Update }[];
}

export interface Recorded {
  readonly setup: readonly RecordedStep[];
  readonly steps: readonly RecordedStep[];
  readonly updates: readonly RecordedUpdate[];
  readonly ws: readonly { readonly t_ms: number; readonly frame?: UpdateListItem | string }[];
}

export function recorded(scenario: string): Recorded {
  return recording(scenario) as unknown as Recorded;
}

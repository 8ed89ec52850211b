/** komodo_client's types as plain JSON: its enums are values of a module that cannot be loaded in Node. */
import type * as Types from 'komodo_client/dist/types.js';
import type { ReadResponses, WriteResponses } from 'komodo_client/dist/responses.js';

/** The same type with enums as the unions of their texts. */
export type Plain<T> = T extends string
  ? `${T}`
  : T extends number | boolean | null | undefined
    ? T
    : { [K in keyof T]: Plain<T[K]> };

/** Params as the request tables hand them on: what was left out is its default, or null where that is nothing. */
export type Filled<T> = {
  [K in keyof T]-?: undefined extends T[K] ? Plain<NonNullable<T[K]>> | null : Plain<T[K]>;
};

export type Log = Plain<Types.Log>;
export type Operation = Plain<Types.Operation>;
export type UpdateStatus = Plain<Types.UpdateStatus>;
export type Kind = Exclude<Types.ResourceTarget['type'], 'System'>;
export interface Target {
  readonly type: Kind | 'System';
  readonly id: string;
}

/** Core writes null for an end that has not come, and leaves fields out that say nothing. */
export interface Update {
  readonly _id: { readonly $oid: string };
  readonly operation: Operation;
  readonly start_ts: number;
  success: boolean;
  readonly operator: string;
  readonly target: Target;
  readonly logs: Log[];
  end_ts: number | null;
  status: UpdateStatus;
  prev_toml?: string;
  current_toml?: string;
}
export type UpdateListItem = Plain<Types.UpdateListItem>;

type ReadRequest = Types.ReadRequest;
type WriteRequest = Types.WriteRequest;
export type ReadName = ReadRequest['type'] & keyof ReadResponses;
export type WriteName = WriteRequest['type'] & keyof WriteResponses;
export type ReadParams<T extends ReadName> = Filled<Extract<ReadRequest, { type: T }>['params']>;
export type WriteParams<T extends WriteName> = Filled<Extract<WriteRequest, { type: T }>['params']>;

/**
 * What somebody wrote, as serde is handed it: by the TOML of a resource file or by the JSON of a request. A table lists
 * its entries in the order in which Core reads them.
 */
import type { Datum, Place } from '../toml/index.ts';

interface Written {
  /** Where it stands; JSON has no places. */
  readonly place?: Place;
  readonly datum?: Datum;
}
export interface GivenString extends Written {
  readonly kind: 'string';
  readonly value: string;
}
export interface GivenInteger extends Written {
  readonly kind: 'integer';
  readonly value: bigint;
}
export interface GivenFloat extends Written {
  readonly kind: 'float';
  readonly value: number;
}
export interface GivenBoolean extends Written {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** Only JSON has it. */
export interface GivenNull extends Written {
  readonly kind: 'null';
}
export interface GivenArray extends Written {
  readonly kind: 'array';
  readonly items: readonly Given[];
}
export interface GivenEntry {
  readonly name: string;
  readonly key?: Place;
  readonly value: Given;
}
export interface GivenTable extends Written {
  readonly kind: 'table';
  readonly entries: readonly GivenEntry[];
  /** It is a date or time, which serde is shown as a table with one key of the TOML crate's own. */
  readonly isDate?: true;
}
/** Something that is no TOML value (yet): the TOML tree has said so already. */
export interface GivenBroken extends Written {
  readonly kind: 'broken';
  /** Core takes it for a number that can't be held, which it finds only as it reads the value. */
  readonly isTooBig?: 'integer' | 'float';
}
export type Given =
  | GivenString
  | GivenInteger
  | GivenFloat
  | GivenBoolean
  | GivenNull
  | GivenArray
  | GivenTable
  | GivenBroken;

/** Of what is no value, and to Core none either, enough has been said. */
export function isHalfTyped(given: Given): boolean {
  return given.kind === 'broken' && given.isTooBig === undefined;
}

/** What is wrong with a resource file, or will not do what it seems to. */
import type { Availability } from '../schema/index.ts';
import type { Place } from '../toml/index.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * `rejected`: Core refuses the whole file. `fails`: Core takes the file and fails on it later. `ignored`: Core drops it
 * without a word. `surprising`: it does something other than it seems. `style`: it could be said better.
 */
export type ProblemClass = 'rejected' | 'fails' | 'ignored' | 'surprising' | 'style';

/** Stable names of all problems that readResources tells, to be shown beside the message and used in settings. */
export type ProblemCode =
  | 'toml-syntax'
  | 'merge-conflict'
  | 'wrong-type'
  | 'wrong-value'
  | 'wrong-length'
  | 'unknown-variant'
  | 'missing-field'
  | 'duplicate-field'
  | 'unknown-key'
  | 'misplaced-key'
  | 'wrong-case-key'
  | 'key-of-another-version'
  | 'dropped-kind'
  | 'dropped-part';

/** What a quick fix needs to know. */
export interface ProblemData {
  /** Names that were perhaps meant, likeliest first: to be written instead of what stands at `place`. */
  readonly suggestions?: readonly string[];
  /** Where the key belongs: the names of the tables that lead there from the block, `[]` being the block itself. */
  readonly belongsIn?: readonly string[];
  /** The word, and in which versions Komodo knows it, where not in this one. */
  readonly knownIn?: Availability & { readonly name: string };
  /** The name of a field that is missing. */
  readonly field?: string;
  /** The shape in which Core would take the value. */
  readonly rewrite?: Rewrite;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly class: ProblemClass;
  /** Core's own words for what it refuses, ours otherwise. */
  readonly message: string;
  /** What to type, where Core's words alone do not tell: a sentence to stand behind them. */
  readonly advice?: string;
  /** Where a person must look and type. JSON has no places. */
  readonly place?: Place;
  /** Where Core points, for what it refuses; left out where it points at the start of the file. */
  readonly corePlace?: Place;
  /** What it stands in conflict with: where a doubled key was written first. */
  readonly related?: Place;
  readonly data?: ProblemData;
}

/** Whether Core refuses a file for this before it reads any of its values. */
export function isAboutToml({ code, class: kind }: Problem): boolean {
  return code === 'toml-syntax' || (code === 'merge-conflict' && kind === 'rejected');
}

import type { ProblemClass, ProblemData } from '../resources/index.ts';
import type { Place } from '../toml/index.ts';
import type { Code } from './codes.ts';

/**
 * What is wrong with a resource file, or will not do what it seems to, in the words of a person. A `Problem` that
 * reading tells is one; the rules of this folder find those that reading alone does not show.
 */
export interface Finding {
  readonly code: Code;
  readonly class: ProblemClass;
  readonly message: string;
  /** The number that TypeScript gives it, where it has found it in a script. */
  readonly number?: number;
  /** What to type, where the message is Core's own and does not tell: a sentence to stand behind it. */
  readonly advice?: string;
  /** Where a person must look and type; left out where it is about the file as a whole. */
  readonly place?: Place;
  /** It may be right all the same: only a Core could tell, and none is connected. */
  readonly isUnsure?: true;
  /** What it stands in conflict with in the same file. */
  readonly related?: Place;
  /** What is to be said of that; that it stands there first, if left out. */
  readonly relatedMessage?: string;
  /** Places in other files, or more of them in this one, that explain it. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly data?: ProblemData;
  /** What would mend it, the likeliest first. */
  readonly mends?: readonly Mend[];
  /** Another name for what is defined at its place, that would mend it: there and wherever that is used, in all files. */
  readonly newName?: string;
}

/** A place in a file, as lines and characters (UTF-16 code units) from 0, and what is to be said of it. */
export interface Elsewhere {
  readonly message: string;
  readonly uri: string;
  readonly range: LineRange;
}
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A change of the file that mends a finding. */
export interface Mend {
  /** What it does, as the name of a quick fix: "Change to `x`". */
  readonly title: string;
  /** Texts to be put in the place of others; no two of the places overlap. */
  readonly edits: readonly { readonly place: Place; readonly text: string }[];
}

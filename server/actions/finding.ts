/** What is wrong with a script; as `Finding` of komodo/checks, but of a text that stands by itself. */
import type { Code } from '../../komodo/checks/index.ts';
import type { TextChange } from '../../komodo/actions/index.ts';
import type { ProblemClass } from '../../komodo/resources/index.ts';
import type { Span } from '../../komodo/toml/index.ts';

/** Offsets count UTF-16 code units of the script. */
export interface ScriptFinding {
  readonly code: Code;
  /** The number that TypeScript gives it. */
  readonly number?: number;
  readonly class: ProblemClass;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What would mend it, the likeliest first. */
  readonly mends?: readonly ScriptMend[];
}

export interface ScriptMend {
  readonly title: string;
  readonly changes: readonly TextChange[];
}

/** What is wrong with a part of a script. */
export interface FoundAround {
  /** The spans that were looked at. */
  readonly spans: readonly Span[];
  /** Those in the spans, and all that are {@link ofAllNames}. */
  readonly findings: readonly ScriptFinding[];
}

/** By TypeScript's number: names that are declared twice, which shows before anything is looked at. */
const twice: ReadonlySet<number | undefined> = new Set([2300, 2451]);
export const ofAllNames = ({ number }: ScriptFinding): boolean => twice.has(number);

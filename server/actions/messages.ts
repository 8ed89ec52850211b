/** What the server and the thread that runs TypeScript say to each other. All offsets are those of a script. */
import type { TextChange } from '../../komodo/actions/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { FoundAround, ScriptFinding, ScriptMend } from './finding.ts';

/** A script as it is now. */
export interface ScriptText {
  readonly name: string;
  readonly text: string;
  /** The type of `ARGS`, as TypeScript. */
  readonly args?: string;
}

/** What all scripts have in common. */
export interface ScriptSurroundings {
  /** The version of Core. */
  readonly core?: string;
  readonly strict?: boolean;
}

/** Those of the `komodo` client. */
type ClientFiles = Readonly<Record<string, string>>;

/** The typings of the `komodo` client that a connected Core serves, as it serves them. */
export interface CoreTypings {
  readonly version: string;
  readonly files: ClientFiles;
}

/** What can be asked: the question, and the answer. Undefined where there is nothing to say. */
export interface Questions {
  /** Nothing: TypeScript has read the typings when it is answered. */
  warmUp: { ask: { typings?: CoreTypings }; answer: boolean };
  /** The versions of Komodo that the thread brings typings for. */
  versions: { ask: object; answer: readonly string[] };
  /** The typings that scripts are checked with, by the paths of files. */
  client: { ask: object; answer: { readonly version: string; readonly files: ClientFiles } };
  /** Takes typings, to be used from then on for that version; or says why not. */
  adopt: { ask: CoreTypings; answer: { readonly refused?: string } };
  diagnose: { ask: object; answer: readonly ScriptFinding[] };
  /** What is wrong around a span, before all is looked at. */
  diagnoseAround: { ask: Span; answer: FoundAround | undefined };
  complete: { ask: { offset: number; trigger?: string }; answer: readonly CompletionEntry[] };
  resolve: { ask: EntryId; answer: EntryDetails | undefined };
  hover: { ask: { offset: number }; answer: (Span & { readonly markdown: string }) | undefined };
  signature: { ask: { offset: number }; answer: Signatures | undefined };
  definition: { ask: { offset: number }; answer: readonly Target[] };
  references: { ask: { offset: number }; answer: readonly Span[] };
  rename: { ask: { offset: number }; answer: Renaming | undefined };
  fixes: { ask: Span & { number: number }; answer: readonly ScriptMend[] };
  hints: { ask: Span; answer: readonly { readonly offset: number; readonly label: string }[] };
  symbols: { ask: object; answer: readonly ScriptSymbol[] };
  folds: { ask: object; answer: readonly Span[] };
  /** What a selection grows over from an offset on, one in another. */
  selection: { ask: { offset: number }; answer: readonly Span[] };
  tokens: { ask: object; answer: readonly ScriptToken[] };
  format: { ask: Span & { tabSize: number; insertSpaces: boolean }; answer: readonly TextChange[] };
}
export type Method = keyof Questions;

export interface CompletionEntry {
  readonly label: string;
  /** TypeScript's word for what it is: `method`, `const`. */
  readonly kind: string;
  readonly sort: string;
  /** What is put in, where that is not the label. */
  readonly text?: string;
  /** What it takes the place of; undefined for the word at the cursor. */
  readonly replaced?: Span;
  readonly isDeprecated?: true;
}
export interface EntryId {
  readonly offset: number;
  readonly label: string;
}
export interface EntryDetails {
  readonly detail: string;
  readonly markdown: string;
}

export interface Signatures {
  readonly active: number;
  readonly parameter: number;
  readonly all: readonly {
    readonly label: string;
    readonly markdown: string;
    readonly parameters: readonly { readonly label: string; readonly markdown: string }[];
  }[];
}

/** A place in this script, or in a file of the typings. */
export interface Target extends Span {
  /** The name of the file of the typings, with its text. */
  readonly typing?: { readonly name: string; readonly text: string };
}

export type Renaming =
  | { readonly refused: string }
  | {
      readonly at: Span;
      readonly places: readonly (Span & { readonly before: string; readonly after: string })[];
    };

export interface ScriptSymbol extends Span {
  readonly name: string;
  readonly kind: string;
  readonly nameSpan: Span;
  readonly children: readonly ScriptSymbol[];
}

/** A word and what TypeScript knows it to be, in LSP's words. */
export interface ScriptToken extends Span {
  readonly type: ScriptTokenType;
  readonly modifiers: readonly ScriptTokenModifier[];
}
export type ScriptTokenType =
  | 'class'
  | 'enum'
  | 'interface'
  | 'namespace'
  | 'typeParameter'
  | 'type'
  | 'parameter'
  | 'variable'
  | 'enumMember'
  | 'property'
  | 'function'
  | 'method';
export type ScriptTokenModifier =
  'declaration' | 'static' | 'async' | 'readonly' | 'defaultLibrary';

/** One question to the thread. */
export interface Order {
  readonly id: number;
  readonly method: Method;
  readonly script: ScriptText | undefined;
  readonly surroundings: ScriptSurroundings;
  readonly ask: object;
  /** The scripts that are open; all others may be forgotten. */
  readonly open: readonly string[];
}
export type Outcome =
  /** Another one follows. */
  | { readonly id: number; readonly isAtWork: true }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly isCancelled: true }
  | { readonly id: number; readonly error: string };

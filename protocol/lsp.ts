/** Our own LSP messages, beside the standard ones; both ends import them from here. */
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type {
  CompletionItem,
  Diagnostic,
  DocumentFormattingParams,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { ScriptPlaces } from '../komodo/actions/scriptPlaces.ts';
import type { Inventory } from '../komodo/inventory/inventory.ts';
import type { Terminal } from '../komodo/inventory/terminal.ts';
import type { PlanLine, ProcedureDefinition } from '../komodo/plan/index.ts';
import type { StoredResource } from '../komodo/stored/storedResource.ts';
import type { PreviewAnswer, PreviewQuestion, PreviewSubject } from './preview.ts';

/**
 * Client → server, whenever the connected Core or its names change: what the Core has, or null when none is connected.
 * The server never talks to a Core itself.
 */
export const inventoryChanged = new NotificationType<Inventory | null>('komodo/inventoryChanged');

/**
 * Client → server, after {@link inventoryChanged}: what the connected Core has stored, so that files can be held against
 * it; null when no Core is connected, or only the sandbox, which has what the files say.
 */
export const storedChanged = new NotificationType<readonly StoredResource[] | null>(
  'komodo/storedChanged',
);

/** A block of a file and what the connected Core has of it, both in Core's style. */
export interface Comparison {
  /** As the file calls it. */
  readonly name: string;
  readonly file: string;
  readonly core: string;
}

/**
 * Client → server: both sides of the block at a position. Null where no block stands, or Core has none of that name, or
 * Core would refuse the block.
 */
export const comparison = new RequestType<
  { readonly uri: string; readonly position: Position },
  Comparison | null,
  void
>('komodo/comparison');

/** An error that a Core tells of the files of a ResourceSync, and where it stands if that was found. */
export interface LocatedError {
  readonly message: string;
  readonly uri?: string;
  readonly range?: Range;
}

/**
 * Client → server: where errors stand of which a Core tells the folder alone.
 * The params are the `contents` of the errors without HTML; the answer is in their order.
 */
export const syncErrors = new RequestType<readonly string[], readonly LocatedError[], void>(
  'komodo/syncErrors',
);

/** Where a Procedure or Action stands in a file. */
export interface RunnableInFile {
  readonly kind: 'Procedure' | 'Action';
  readonly name: string;
  /** The whole of it, from its header to the last thing that belongs to it. */
  readonly range: Range;
  /** Its header. */
  readonly header: Range;
  /** The stages of a Procedure with their executions, in the order of the file. */
  readonly stages: readonly { readonly range: Range; readonly executions: readonly Range[] }[];
  /** Its config as Core reads it; left out where Core refuses it. */
  readonly config?: unknown;
}

/**
 * Client → server: the Procedures and Actions of a file. `text` is what stands in a file that is not open; without it
 * the answer for such a file is empty.
 */
export const runnablesInFile = new RequestType<
  { readonly uri: string; readonly text?: string },
  readonly RunnableInFile[],
  void
>('komodo/runnablesInFile');

/** An Action of a file. */
export interface ActionInFile {
  readonly uri: string;
  readonly name: string;
}

/**
 * Client → server: the script of an Action; `text` is what stands in a file that is not open. Null where the file has no
 * Action of that name.
 */
export const actionScript = new RequestType<
  ActionInFile & { readonly text?: string },
  string | null,
  void
>('komodo/actionScript');

/** A script with where it stands in its file. */
export interface PlacedScript {
  readonly script: string;
  readonly places: ScriptPlaces;
}

/** Client → server: as {@link actionScript}, with where the script stands; null too where the Action has none yet. */
export const actionSource = new RequestType<
  ActionInFile & { readonly text?: string },
  PlacedScript | null,
  void
>('komodo/actionSource');

/**
 * Client → server: how an open file is edited so that an Action has another script. Null where it has no Action of that
 * name; fails, in words for people, where no string of TOML can hold the script.
 */
export const actionScriptEdits = new RequestType<
  ActionInFile & { readonly script: string },
  readonly TextEdit[] | null,
  void
>('komodo/actionScriptEdits');

/** A place in the module that a Core has made of an Action's script and run; lines and columns from 1. */
export interface PlaceOnCore {
  /** Of the Action. */
  readonly name: string;
  /** As that Core has it. */
  readonly script: string;
  readonly line: number;
  readonly column: number;
  /** The version of that Core. */
  readonly core: string;
}

/** Client → server: where such a place stands in the files. Fails, in words for people, where the files have no such place. */
export const scriptPlace = new RequestType<PlaceOnCore, Location, void>('komodo/scriptPlace');

/** The script of an Action that a comment links to a file. */
export interface LinkedScript extends ActionInFile {
  /** Of the file, from the folder of the TOML on, parts with `/` between. */
  readonly path: string;
  readonly script: string;
}

/** Client → server: the linked scripts of a text, whatever the editor has of its file. */
export const linkedScripts = new RequestType<
  { readonly uri: string; readonly text: string },
  readonly LinkedScript[],
  void
>('komodo/linkedScripts');

/** Client → server: the linked scripts of all files of Komodo's, as they are open or else on disk. */
export const allLinkedScripts = new RequestType0<readonly LinkedScript[], void>(
  'komodo/allLinkedScripts',
);

/**
 * Client → server: how an open file is edited so that the script of an Action is linked to a file. Null where it has no
 * Action of that name, or none whose script stands on lines of its own.
 */
export const linkScript = new RequestType<
  ActionInFile & { readonly path: string },
  TextEdit | null,
  void
>('komodo/linkScript');

/** Client → server: the names that can stand at a position of a script that stands in no TOML. */
export const scriptCompletion = new RequestType<
  { readonly uri: string; readonly text: string; readonly position: Position },
  readonly CompletionItem[],
  void
>('komodo/scriptCompletion');

/**
 * Client → server: what is wrong with a script that stands in no TOML, by Komodo's rules. Of a file on disk (`isFile`) VS
 * Code's own TypeScript says what is wrong with types; of the tab of an Action nothing but syntax.
 */
export const scriptDiagnostics = new RequestType<
  { readonly uri: string; readonly text: string; readonly isFile: boolean },
  readonly Diagnostic[],
  void
>('komodo/scriptDiagnostics');

/** Client → server: what Komodo knows of the name at a position of such a script; null where none stands. */
export const scriptHover = new RequestType<
  { readonly uri: string; readonly text: string; readonly position: Position },
  Hover | null,
  void
>('komodo/scriptHover');

/** What VS Code's TypeScript has found in a script. */
export interface FoundByTypeScript {
  readonly number: number;
  readonly range: Range;
}

/** What mends something that {@link scriptDiagnostics} tells, or has something ignored that TypeScript tells. */
export interface ScriptFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What it mends, as it was told. */
  readonly mends: Pick<Diagnostic, 'code' | 'range'>;
}

/** Client → server: what mends what {@link scriptDiagnostics} tells of a range of such a script. */
export const scriptFixes = new RequestType<
  {
    readonly uri: string;
    readonly text: string;
    readonly isFile: boolean;
    readonly range: Range;
    readonly others?: readonly FoundByTypeScript[];
  },
  readonly ScriptFix[],
  void
>('komodo/scriptFixes');

/** A position in a script that stands in no TOML, as the editor has it. */
interface InScript {
  readonly uri: string;
  readonly text: string;
  readonly position: Position;
}

/** Client → server: where the name at a position of such a script is defined, or what the pattern there picks. */
export const scriptDefinition = new RequestType<InScript, readonly Location[], void>(
  'komodo/scriptDefinition',
);

/** Client → server: where the name at a position of such a script is used, over all files. */
export const scriptReferences = new RequestType<
  InScript & { readonly withDefinitions: boolean },
  readonly Location[],
  void
>('komodo/scriptReferences');

/** Client → server: the name at a position of a script in a file of its own, to be renamed; null where none stands. */
export const scriptRenameable = new RequestType<
  InScript,
  { readonly range: Range; readonly placeholder: string } | null,
  void
>('komodo/scriptRenameable');

/** Client → server: renames it, over all files. Fails, in words for people, where it can't be renamed like this. */
export const scriptRename = new RequestType<
  InScript & { readonly newName: string },
  WorkspaceEdit,
  void
>('komodo/scriptRename');

/** Client → server: a script in a file of its own was closed; what was not saved is gone. */
export const scriptClosed = new NotificationType<{ readonly uri: string }>('komodo/scriptClosed');

/**
 * Server → client, for TypeScript's own server: what scripts get as `ARGS` that it looks at, by URI. Of the arguments of
 * their Actions these have the types, and not the values. Scripts are left out of which no Action is known.
 */
export const argsOfScripts = new NotificationType<Readonly<Record<string, object>>>(
  'komodo/argsOfScripts',
);

/** An Action to begin with: what it does, and what a new one may be called. */
export interface ActionTemplate {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** Client → server: what a new Action can be made of. */
export const actionTemplates = new RequestType0<readonly ActionTemplate[], void>(
  'komodo/actionTemplates',
);

/**
 * Client → server: the edit that puts a new Action at the end of an open file, which may be empty. Null where the file is
 * neither empty nor one of Komodo's, or there is no such template.
 */
export const newAction = new RequestType<
  ActionInFile & { readonly template: string },
  TextEdit | null,
  void
>('komodo/newAction');

/**
 * Server → client: the typings of the `komodo` client that the connected Core serves, by the names of their files. Null
 * where none of that version is connected; fails, in words for people, where they can't be had.
 */
export const coreTypings = new RequestType<
  { readonly version: string },
  Readonly<Record<string, string>> | null,
  void
>('komodo/coreTypings');

/**
 * Server → client: whether scripts can be checked with those typings. Only such are worth to be kept: they come back made
 * ready for TypeScript, by the paths of files (`client/lib.d.ts`), to lie in one folder.
 */
export const coreTypingsChecked = new NotificationType<{
  readonly version: string;
  readonly ready: Readonly<Record<string, string>> | null;
}>('komodo/coreTypingsChecked');

/**
 * Server → client: the terminals that the connected Core knows of now; none where no Core is connected. With `server`, the
 * name of one, those on that Server, and else those on everything, which a Core before 2.0 can't tell. Fails, in words for
 * people, where they can't be had.
 */
export const coreTerminals = new RequestType<
  { readonly server?: string },
  readonly Terminal[],
  void
>('komodo/coreTerminals');

/** What a folder with scripts of Actions needs so that any editor knows what Core puts around them. */
export interface ActionTypings {
  /** The version of Komodo whose typings they are. */
  readonly version: string;
  /** Texts by the path from the folder on: `tsconfig.json`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Client → server: typings for the Core that files are checked for. */
export const actionTypings = new RequestType0<ActionTypings, void>('komodo/actionTypings');

/**
 * Client → server: what a run of a Procedure would do, in words, by the names that the connected Core has.
 * `procedures` are all that Core has stored, so that nested ones are followed.
 */
export const planOfRun = new RequestType<
  { readonly procedure: ProcedureDefinition; readonly procedures: readonly ProcedureDefinition[] },
  readonly PlanLine[],
  void
>('komodo/planOfRun');

/** Client → server: what a pattern picks, or when a schedule runs. */
export const preview = new RequestType<PreviewQuestion, PreviewAnswer, void>('komodo/preview');

/** Client → server: the pattern or schedule that stands at a position of an open file, if one does. */
export const previewedAt = new RequestType<
  { readonly uri: string; readonly position: Position },
  PreviewSubject | null,
  void
>('komodo/previewedAt');

/**
 * Client → server: how to write a pattern or schedule into an open file: in place of the one that stands at the
 * selection, else as what is selected. Null for a file that is not one of Komodo's.
 */
export const previewEdits = new RequestType<
  { readonly uri: string; readonly selection: Range; readonly subject: PreviewSubject },
  readonly TextEdit[] | null,
  void
>('komodo/previewEdits');

/** What formatting came to: how the file changes (not at all where it is fine), or why it stays as it is, in words. */
export type FormattedFile = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/** Client → server: the edits that format an open file, by the settings. Null for a file that is not one of Komodo's. */
export const formatFile = new RequestType<DocumentFormattingParams, FormattedFile | null, void>(
  'komodo/formatFile',
);

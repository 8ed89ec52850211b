/** Our own LSP messages on the scripts of Actions; both ends import them from here. */
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type {
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { ScriptPlaces } from '../komodo/actions/scriptPlaces.ts';
import type { Terminal } from '../komodo/inventory/terminal.ts';

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

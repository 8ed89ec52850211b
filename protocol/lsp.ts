/** Our own LSP messages, beside the standard ones; both ends import them from here and, those on scripts, from `scripts.ts`. */
import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type {
  DocumentFormattingParams,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { Inventory } from '../komodo/inventory/inventory.ts';
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

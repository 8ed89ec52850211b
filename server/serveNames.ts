/** What leads from name to name, and changes them: see `features/`. */
import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type Connection,
  type Position,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { callItems, incomingCalls, outgoingCalls } from './features/callHierarchy.ts';
import type { ScriptLanguage } from './actions/language.ts';
import type { Context } from './features/context.ts';
import { nameAt } from './features/nameAt.ts';
import { definitions, highlights, references } from './features/navigation.ts';
import { renameable, renaming, type Refusal } from './features/rename.ts';
import { editOf, type FileAccess } from './features/renameEdit.ts';
import { documentOnDisk } from './workspace/diskFiles.ts';
import type { Document } from './workspace/document.ts';
import type { Workspace } from './workspace/workspace.ts';

export const nameCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  callHierarchyProvider: true,
} satisfies ServerCapabilities;

export function serveNames(
  connection: Connection,
  workspace: Workspace,
  context: Context,
  language: ScriptLanguage,
): void {
  const files = filesOf(workspace);
  connection.onDefinition(async (params, token) => {
    const document = workspace.ours(params.textDocument.uri);
    if (!document) return undefined;
    const { position } = params;
    const found = definitions(document, position, context);
    return found.length > 0 ? [...found] : language.definition(document, position, token);
  });
  connection.onDocumentHighlight(async (params, token) => {
    const document = workspace.ours(params.textDocument.uri);
    if (!document) return undefined;
    const { position } = params;
    const found = highlights(document, position, context);
    return found.length > 0 ? found : language.highlights(document, position, token);
  });
  // What stands in a file that nobody has read yet would be missing.
  connection.onReferences(async (params, token) => {
    await workspace.filesRead;
    const document = workspace.ours(params.textDocument.uri);
    const { includeDeclaration } = params.context;
    if (!document) return undefined;
    const { position } = params;
    const found = references(document, position, context, includeDeclaration);
    return found.length > 0 ? [...found] : language.references(document, position, token);
  });
  connection.onPrepareRename(async (params, token) => {
    const document = workspace.ours(params.textDocument.uri);
    if (!document) return null;
    const { position } = params;
    const isName = nameAt(document, position, context) !== undefined;
    if (!isName && !language.answersIn(document)) return null;
    const inScript = isName ? undefined : await language.renameable(document, position, token);
    return allowed(inScript ?? renameable(document, position, context));
  });
  connection.onRenameRequest(async (params, token) => {
    await workspace.filesRead;
    const document = workspace.ours(params.textDocument.uri);
    if (!document) return null;
    const { position, newName } = params;
    const isName = nameAt(document, position, context) !== undefined;
    if (!isName && !language.answersIn(document)) return null;
    const inScript = isName
      ? undefined
      : await language.renaming(document, position, newName, token);
    if (inScript) return { changes: { [document.uri]: allowed(inScript) } };
    return renamed(document, position, newName, { connection, workspace, context, files });
  });

  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare((params) => {
    const document = workspace.ours(params.textDocument.uri);
    return document ? callItems(document, params.position, context) : null;
  });
  callHierarchy.onIncomingCalls(async ({ item }) => {
    await workspace.filesRead;
    return incomingCalls(item, context);
  });
  callHierarchy.onOutgoingCalls(({ item }) => outgoingCalls(item, context));
}

/** The files that names stand in. */
export function filesOf(workspace: Workspace): FileAccess {
  return {
    open: (uri) => workspace.document(uri),
    read: async (uri) =>
      workspace.document(uri) ?? documentOnDisk(uri, { version: workspace.schema.toml }),
  };
}

/** The edit of a renaming; what a person should know besides is told. Throws where it can't be renamed like this. */
export async function renamed(
  document: Document,
  position: Position,
  newName: string,
  {
    connection,
    workspace,
    context,
    files,
  }: {
    readonly connection: Connection;
    readonly workspace: Workspace;
    readonly context: Context;
    readonly files: FileAccess;
  },
): Promise<WorkspaceEdit> {
  const plan = allowed(renaming(document, position, newName, context));
  const { edit, remarks } = await editOf(plan, files, workspace.editor);
  for (const message of remarks) {
    void connection.sendNotification('window/showMessage', { type: MessageType.Info, message });
  }
  return edit;
}

/** An editor shows the message of an error where it can't do what it was asked to. */
function allowed<Answer>(answer: Answer | Refusal): Answer {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  }
  return answer;
}

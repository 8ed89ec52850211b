/** What leads from name to name, and changes them: see `features/`. */
import {
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { callItems, incomingCalls, outgoingCalls } from './features/callHierarchy.ts';
import type { Context } from './features/context.ts';
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

export function serveNames(connection: Connection, workspace: Workspace, context: Context): void {
  const files: FileAccess = {
    open: (uri) => workspace.document(uri),
    read: async (uri) =>
      workspace.document(uri) ?? documentOnDisk(uri, { version: workspace.schema.toml }),
  };
  /** The open file of Komodo's that is asked about. */
  const ours = ({ textDocument }: { textDocument: { uri: string } }): Document | undefined => {
    const document = workspace.document(textDocument.uri);
    return document && workspace.isOurs(document) ? document : undefined;
  };

  connection.onDefinition((params) => {
    const document = ours(params);
    return document && [...definitions(document, params.position, context)];
  });
  connection.onDocumentHighlight((params) => {
    const document = ours(params);
    return document && highlights(document, params.position, context);
  });
  // What stands in a file that nobody has read yet would be missing.
  connection.onReferences(async (params) => {
    await workspace.filesRead;
    const document = ours(params);
    const { includeDeclaration } = params.context;
    return document && [...references(document, params.position, context, includeDeclaration)];
  });
  connection.onPrepareRename((params) => {
    const document = ours(params);
    return document ? allowed(renameable(document, params.position, context)) : null;
  });
  connection.onRenameRequest(async (params) => {
    await workspace.filesRead;
    const document = ours(params);
    if (!document) return null;
    const plan = allowed(renaming(document, params.position, params.newName, context));
    const { edit, remarks } = await editOf(plan, files, workspace.editor);
    for (const message of remarks) {
      void connection.sendNotification('window/showMessage', { type: MessageType.Info, message });
    }
    return edit;
  });

  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare((params) => {
    const document = ours(params);
    return document ? callItems(document, params.position, context) : null;
  });
  callHierarchy.onIncomingCalls(async ({ item }) => {
    await workspace.filesRead;
    return incomingCalls(item, context);
  });
  callHierarchy.onOutgoingCalls(({ item }) => outgoingCalls(item, context));
}

/** An editor shows the message of an error where it can't do what it was asked to. */
function allowed<Answer>(answer: Answer | Refusal): Answer {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refused);
  }
  return answer;
}

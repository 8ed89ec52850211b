/** What VS Code asks of a script that it has open as TypeScript: what Komodo knows of it, and TypeScript does not. */
import type { Connection } from 'vscode-languageserver';
import {
  argsOfScripts,
  scriptCompletion,
  scriptDefinition,
  scriptDiagnostics,
  scriptFixes,
  scriptHover,
  scriptReferences,
  scriptRename,
  scriptRenameable,
} from '../protocol/scripts.ts';
import { ArgsOfScripts } from './actions/argsOfScripts.ts';
import * as standalone from './actions/standalone.ts';
import type { Context } from './features/context.ts';
import { nameAt } from './features/nameAt.ts';
import { definitions, references } from './features/navigation.ts';
import { renameable } from './features/rename.ts';
import type { FileAccess } from './features/renameEdit.ts';
import { filesOf, renamed } from './serveNames.ts';
import { Document } from './workspace/document.ts';
import type { Workspace } from './workspace/workspace.ts';

export function serveScripts(
  connection: Connection,
  workspace: Workspace,
  tools: standalone.NameTools,
  context: Context,
): void {
  const { scripts } = tools;
  /** The script as the editor has it; its names are known from now on as they stand there. */
  const given = ({ uri, text }: { uri: string; text: string }): Document | undefined => {
    if (uri.startsWith('file:')) workspace.noteFile(uri, { text });
    const document = Document.of(uri, null, text);
    return scripts.in(document).length > 0 ? document : undefined;
  };

  connection.onRequest(scriptCompletion, (asked) =>
    standalone.scriptCompletion(asked, tools, context),
  );
  const args = new ArgsOfScripts(
    workspace.index,
    (all) => void connection.sendNotification(argsOfScripts, all),
  );
  connection.onRequest(scriptDiagnostics, (asked) => {
    if (given(asked)) args.addScript(asked.uri);
    return standalone.scriptDiagnostics(asked, scripts, workspace);
  });
  connection.onRequest(scriptHover, (asked) => standalone.scriptHover(asked, tools, context));
  connection.onRequest(scriptFixes, (asked) => standalone.scriptFixes(asked, scripts, workspace));

  connection.onRequest(scriptDefinition, (asked) => {
    const document = given(asked);
    return document ? definitions(document, asked.position, context) : [];
  });
  connection.onRequest(scriptReferences, async (asked) => {
    await workspace.filesRead;
    const document = given(asked);
    return document ? references(document, asked.position, context, asked.withDefinitions) : [];
  });
  connection.onRequest(scriptRenameable, (asked) => {
    const document = given(asked);
    if (!document || !nameAt(document, asked.position, context)) return null;
    const found = renameable(document, asked.position, context);
    return 'refused' in found ? null : found;
  });
  connection.onRequest(scriptRename, async (asked) => {
    await workspace.filesRead;
    const document = given(asked) ?? Document.of(asked.uri, null, asked.text);
    const all = filesOf(workspace);
    const files: FileAccess = {
      open: all.open,
      read: async (uri) => (uri === asked.uri ? document : all.read(uri)),
    };
    const tools = { connection, workspace, context, files };
    return renamed(document, asked.position, asked.newName, tools);
  });
}

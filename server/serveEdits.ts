/** What changes a file when a person asks for it: quick fixes, rewrites, formatting. */
import {
  CodeActionKind,
  MessageType,
  ShowMessageNotification,
  type CodeAction,
  type Connection,
  type FormattingOptions,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { check } from '../komodo/checks/index.ts';
import { formatFile } from '../protocol/lsp.ts';
import type { ScriptLanguage } from './actions/language.ts';
import type { OpenScripts } from './actions/openScripts.ts';
import { actionsInScript, findingsOfFile, toldElsewhere } from './actions/ofScript.ts';
import { scriptFixes } from './actions/scriptFixes.ts';
import type { Context } from './features/context.ts';
import { formatting } from './features/formatting.ts';
import { isNameFix, nameFixed, type NameFixData } from './features/nameFixes.ts';
import { quickFixes } from './features/quickFixes.ts';
import {
  isWanted,
  rewriteKinds,
  rewrites,
  rewritten,
  type RewriteData,
} from './features/rewrites/index.ts';
import type { Format } from './formatter/formatter.ts';
import { filesOf } from './serveNames.ts';
import type { Document } from './workspace/document.ts';
import type { Workspace } from './workspace/workspace.ts';

/** That of formatting depends on the settings: see `followEditor.ts`. */
export const editCapabilities = {
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, ...rewriteKinds],
    resolveProvider: true,
  },
} satisfies ServerCapabilities;

/** What changes texts, or knows how. */
export interface EditTools {
  readonly format: Format;
  readonly scripts: OpenScripts;
  readonly language: ScriptLanguage;
}

export function serveEdits(
  connection: Connection,
  workspace: Workspace,
  context: Context,
  { format, scripts, language }: EditTools,
): void {
  connection.onCodeAction(async ({ textDocument, range, context: asked }, token) => {
    const document = workspace.ours(textDocument.uri);
    if (!document) return null;
    const { schema, editor } = workspace;
    workspace.linked.lookAgain();
    const found = () =>
      findingsOfFile(
        document,
        check(
          document.resources(schema),
          document.toml,
          workspace.surroundingsOf(document.uri),
          scripts.findings(document),
        ),
        toldElsewhere(document, editor),
      );
    const fixes = isWanted(CodeActionKind.QuickFix, asked.only)
      ? [
          ...(await scriptFixes(scripts, document, range, asked.diagnostics, token)),
          ...quickFixes(document, range, found(), schema, asked.diagnostics),
        ]
      : [];
    if (document.script) return actionsInScript(fixes, document.uri);
    const offered = rewrites(document, range, context, asked);
    if (editor.resolvesActions) return [...fixes, ...offered];
    const all = [...fixes, ...offered].map(async (action) =>
      action.edit ? action : chosen(action, document),
    );
    return (await Promise.all(all)).filter((action) => action !== undefined);
  });
  connection.onCodeActionResolve(async (action) => {
    const document = workspace.ours((action.data as RewriteData | NameFixData).uri);
    return (document && (await chosen(action, document, tell))) ?? action;
  });
  connection.onRequest(formatFile, async ({ textDocument, options }) => {
    // Before the files the settings are read, which say how.
    await workspace.filesRead;
    const document = workspace.ours(textDocument.uri);
    return document && !document.script ? formatted(document, options) : null;
  });
  connection.onDocumentFormatting(async ({ textDocument, options }, token) => {
    await workspace.filesRead;
    const document = workspace.ours(textDocument.uri);
    if (!document || !workspace.settingsFor(document.uri).formatEnabled) return null;
    if (document.script) {
      const range = document.lines.range(document.script.start, document.script.end);
      return (await language.format(document, range, options, token)) ?? null;
    }
    // What is no TOML is marked as such already.
    if (document.data.problems.length > 0) return null;
    const outcome = await formatted(document, options);
    if ('edits' in outcome) return [...outcome.edits];
    tell(outcome.refusal);
    return null;
  });

  connection.onDocumentRangeFormatting(async ({ textDocument, range, options }, token) => {
    const document = workspace.ours(textDocument.uri);
    if (!document || !workspace.settingsFor(document.uri).formatEnabled) return null;
    return (await language.format(document, range, options, token)) ?? null;
  });

  /** An action with its edits, if they can be made. What a person should know besides is told, if somebody has chosen it. */
  async function chosen(
    action: CodeAction,
    document: Document,
    told?: typeof tell,
  ): Promise<CodeAction | undefined> {
    try {
      if (!isNameFix(action.data)) return rewritten(action, document, context);
      // What stands in a file that nobody has read yet would be missing.
      await workspace.filesRead;
      const files = filesOf(workspace);
      const fixed = await nameFixed(action.data, document, context, files, workspace.editor);
      for (const remark of fixed.remarks) told?.(remark, MessageType.Info);
      return { ...action, edit: fixed.edit };
    } catch (error) {
      told?.(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  const formatted = (document: Document, options: FormattingOptions) =>
    formatting(document, workspace.schema, workspace.settingsFor(document.uri), options, format);

  /** A notification: editors need not know the request that connection.window sends. */
  function tell(message: string, type: MessageType = MessageType.Warning): void {
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  }
}

/** What helps while somebody writes or reads: completion, hovers, signatures, hints. */
import type { CompletionItem, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { ScriptLanguage } from './actions/language.ts';
import type { ScriptItemData } from './actions/lspItems.ts';
import type { OpenScripts } from './actions/openScripts.ts';
import type { CoreTerminals } from './actions/terminals.ts';
import { completeScriptNames } from './features/completeScripts.ts';
import { completeVariables } from './features/completeNames.ts';
import { completion, resolved } from './features/completion.ts';
import { forEditor } from './features/completionItem.ts';
import type { Context } from './features/context.ts';
import { hover, isKnownAt } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { completeTerminals, hoverTerminal } from './features/terminals.ts';
import type { Workspace } from './workspace/workspace.ts';

export const helpCapabilities = {
  hoverProvider: true,
  inlayHintProvider: true,
  completionProvider: {
    triggerCharacters: ['[', '.', '"', "'", '`', '=', ' ', '{', ','],
    resolveProvider: true,
  },
  signatureHelpProvider: { triggerCharacters: ['(', ',', '<'], retriggerCharacters: [')'] },
} satisfies ServerCapabilities;

/** What knows scripts. */
export interface HelpTools {
  readonly language: ScriptLanguage;
  readonly scripts: OpenScripts;
  readonly terminals: CoreTerminals;
}

export function serveHelp(
  connection: Connection,
  workspace: Workspace,
  context: Context,
  { language, scripts, terminals }: HelpTools,
): void {
  connection.onCompletion(async ({ textDocument, position, context: asked }, token) => {
    const document = workspace.document(textDocument.uri);
    if (!document || !(document.detection === 'blank' || workspace.isOurs(document))) return null;
    const trigger = asked?.triggerCharacter;
    const offset = document.lines.offsetAt(position);
    const script = scripts.at(document, offset);
    const ofTerminals = script && (await completeTerminals(script, terminals, context));
    const shown = (items: readonly CompletionItem[]): CompletionItem[] =>
      items.map((item) => forEditor(item, workspace.editor));
    if (ofTerminals) return { ...ofTerminals, items: shown(ofTerminals.items) };
    const names = script && completeScriptNames(script, context);
    const inToml = () =>
      document.script
        ? (completeVariables(document, offset, context) ?? [])
        : completion(document, position, context, trigger);
    const ours = shown(names ?? inToml());
    if (names) return ours;
    const inScript = await language.completion(document, position, trigger, token);
    if (!language.answersIn(document)) return ours;
    // The editor then asks anew with the next key.
    return inScript ? [...ours, ...inScript] : { isIncomplete: true, items: ours };
  });
  connection.onCompletionResolve((item, token) => {
    const data = item.data as ScriptItemData | object | undefined;
    if (!data || !('script' in data)) return resolved(item, context);
    const document = workspace.document(data.script.uri);
    return document ? language.resolved(item, document, data, token) : item;
  });
  connection.onHover(async ({ textDocument, position }, token) => {
    const document = workspace.ours(textDocument.uri);
    if (!document) return null;
    const script = scripts.at(document, document.lines.offsetAt(position));
    const ofTerminal = script && (await hoverTerminal(script, terminals, context));
    if (ofTerminal) return ofTerminal;
    const isOurs = isKnownAt(document, position, context);
    const said = isOurs ? null : await language.hover(document, position, token);
    return said ?? hover(document, position, context);
  });
  connection.onSignatureHelp(({ textDocument, position }, token) => {
    const document = workspace.ours(textDocument.uri);
    return document ? language.signature(document, position, token) : null;
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    const document = workspace.ours(textDocument.uri);
    if (!document) return null;
    const settings = workspace.settingsFor(document.uri);
    const hints = inlayHints(document, range, context, settings);
    if (!settings.scriptHints) return hints;
    return [...hints, ...(await language.hints(document, range, token))];
  });
}

/**
 * The script of an Action that stands in no TOML: it is looked at as if it did. Only what Komodo knows is answered;
 * TypeScript is asked by the editor.
 */
import type { CompletionItem, Diagnostic, Position, Range, TextEdit } from 'vscode-languageserver';
import { check, type Code } from '../../komodo/checks/index.ts';
import { completeScriptNames } from '../features/completeScripts.ts';
import type { Context } from '../features/context.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { Document } from '../workspace/document.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { OpenScripts } from './openScripts.ts';

/** What stands around the script. Between these quotes Core takes every character for itself. */
const before = '[[action]]\nname = "script"\n[action.config]\nfile_contents = """\n';
const behind = '"""\n';
const linesBefore = before.split('\n').length - 1;

/** What an editor's own TypeScript says of a file; in a tab of a TOML's script it is syntax alone. */
const ofTypeScript: ReadonlySet<Code> = new Set([
  'script-syntax',
  'script-type',
  'script-hint',
  'script-unchecked',
  // It says of these that they are no requests it knows.
  'unknown-request',
  'of-another-version',
]);
const ofSyntax: ReadonlySet<Code> = new Set(['script-syntax']);

/** The TOML that a script would stand in; undefined for one with `"""` in it. */
function wrapped(uri: string, text: string): Document | undefined {
  return text.includes('"""') ? undefined : Document.of(uri, null, before + text + behind);
}

/** The names that can stand at a position of a script. */
export function scriptCompletion(
  {
    uri,
    text,
    position,
  }: { readonly uri: string; readonly text: string; readonly position: Position },
  scripts: OpenScripts,
  context: Context,
): CompletionItem[] {
  const document = wrapped(uri, text);
  if (!document) return [];
  const line = position.line + linesBefore;
  const found = scripts.at(document, document.lines.offsetAt({ ...position, line }));
  const items = found && completeScriptNames(found, context);
  return (items ?? []).map((item) => ({
    ...item,
    ...(item.textEdit && 'range' in item.textEdit && { textEdit: movedEdit(item.textEdit) }),
  }));
}

/**
 * What is wrong with a script by Komodo's rules.
 *
 * @param isFile VS Code's TypeScript looks at its types
 */
export async function scriptDiagnostics(
  { uri, text, isFile }: { readonly uri: string; readonly text: string; readonly isFile: boolean },
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<Diagnostic[]> {
  const document = wrapped(uri, text);
  const settings = workspace.settingsFor(uri);
  if (!document || document.isTooLarge || !settings.diagnostics) return [];
  const inScript = await scripts.checked(document);
  const passedBy = isFile ? ofTypeScript : ofSyntax;
  const findings = check(
    document.resources(workspace.schema),
    document.toml,
    workspace.surroundingsOf(uri),
    inScript.filter(({ code }) => !passedBy.has(code)),
  ).filter(({ place }) => place && document.spanOf(place).start >= before.length);
  return diagnostics(document, findings, settings).map(
    ({ range, severity, code, source, message }) => ({
      range: moved(range),
      message,
      ...(severity && { severity }),
      ...(code !== undefined && { code }),
      ...(source !== undefined && { source }),
    }),
  );
}

const movedEdit = (edit: TextEdit): TextEdit => ({ ...edit, range: moved(edit.range) });

function moved({ start, end }: Range): Range {
  return {
    start: { ...start, line: start.line - linesBefore },
    end: { ...end, line: end.line - linesBefore },
  };
}

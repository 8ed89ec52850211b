/**
 * The script of an Action that stands in no TOML: it is looked at as if it did. Only what Komodo knows is answered;
 * TypeScript is asked by the editor.
 */
import {
  MarkupKind,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { check, type Code, type Finding } from '../../komodo/checks/index.ts';
import type { ScriptFix } from '../../protocol/lsp.ts';
import { completeScriptNames } from '../features/completeScripts.ts';
import type { Context } from '../features/context.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { nameAt } from '../features/nameAt.ts';
import { nameHover } from '../features/nameHover.ts';
import { quickFixes } from '../features/quickFixes.ts';
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

/** What Komodo knows of the name at a position; TypeScript's own words are the editor's. */
export function scriptHover(
  {
    uri,
    text,
    position,
  }: { readonly uri: string; readonly text: string; readonly position: Position },
  context: Context,
): Hover | null {
  const document = wrapped(uri, text);
  if (!document) return null;
  const inside = { ...position, line: position.line + linesBefore };
  const name = nameAt(document, inside, context);
  const value = name && nameHover(name, context);
  if (!value) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: moved(name.range) };
}

/** A script whose text is that of an editor. */
export interface AskedScript {
  readonly uri: string;
  readonly text: string;
  /** VS Code's TypeScript looks at its types. */
  readonly isFile: boolean;
}

/** What is wrong with a script by Komodo's rules. */
export async function scriptDiagnostics(
  asked: AskedScript,
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<Diagnostic[]> {
  const found = await findingsIn(asked, scripts, workspace);
  if (!found) return [];
  const settings = workspace.settingsFor(asked.uri);
  return diagnostics(found.document, found.findings, settings).map(
    ({ range, severity, code, source, message }) => ({
      range: moved(range),
      message,
      ...(severity && { severity }),
      ...(code !== undefined && { code }),
      ...(source !== undefined && { source }),
    }),
  );
}

/** What mends what is wrong in a range of a script. */
export async function scriptFixes(
  asked: AskedScript & { readonly range: Range },
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<ScriptFix[]> {
  const found = await findingsIn(asked, scripts, workspace);
  if (!found) return [];
  const { document, findings } = found;
  const settings = workspace.settingsFor(asked.uri);
  const down = ({ line, character }: Position) => ({ line: line + linesBefore, character });
  const range = { start: down(asked.range.start), end: down(asked.range.end) };
  const first = document.lines.positionAt(before.length);
  const last = document.lines.positionAt(document.text.length - behind.length);
  const isInside = (edit: TextEdit) =>
    edit.range.start.line >= first.line && edit.range.end.line <= last.line;
  return findings.flatMap((finding) => {
    const shown = diagnostics(document, [finding], settings);
    return quickFixes(document, range, [finding], workspace.schema, shown).flatMap(
      ({ title, edit }): ScriptFix[] => {
        const edits = edit?.changes?.[asked.uri] ?? [];
        const [diagnostic] = shown;
        if (!diagnostic || edits.length === 0 || !edits.every(isInside)) return [];
        const { code } = diagnostic;
        const mends = { range: moved(diagnostic.range), ...(code !== undefined && { code }) };
        return [{ title, edits: edits.map(movedEdit), mends }];
      },
    );
  });
}

async function findingsIn(
  { uri, text, isFile }: AskedScript,
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<{ readonly document: Document; readonly findings: readonly Finding[] } | undefined> {
  const document = wrapped(uri, text);
  if (!document || document.isTooLarge || !workspace.settingsFor(uri).diagnostics) return undefined;
  const inScript = await scripts.checked(document);
  const passedBy = isFile ? ofTypeScript : ofSyntax;
  const findings = check(
    document.resources(workspace.schema),
    document.toml,
    workspace.surroundingsOf(uri),
    inScript.filter(({ code }) => !passedBy.has(code)),
  ).filter(({ place }) => place && document.spanOf(place).start >= before.length);
  return { document, findings };
}

const movedEdit = (edit: TextEdit): TextEdit => ({ ...edit, range: moved(edit.range) });

function moved({ start, end }: Range): Range {
  return {
    start: { ...start, line: start.line - linesBefore },
    end: { ...end, line: end.line - linesBefore },
  };
}

/**
 * The script of an Action that stands in no TOML: it is looked at as if it did. Only what Komodo knows is answered;
 * TypeScript is asked by the editor.
 */
import type { CompletionItem, Diagnostic, Hover, Position, Range } from 'vscode-languageserver';
import {
  calledInComment,
  check,
  ignoringInScript,
  type Code,
  type Finding,
} from '../../komodo/checks/index.ts';
import type { FoundByTypeScript, ScriptFix } from '../../protocol/scripts.ts';
import { completeVariables } from '../features/completeNames.ts';
import { completeScriptNames } from '../features/completeScripts.ts';
import type { Context } from '../features/context.ts';
import { diagnostics, unheldScript } from '../features/diagnostics.ts';
import { hover, isKnownAt } from '../features/hover.ts';
import { quickFixes } from '../features/quickFixes.ts';
import { completeTerminals, hoverTerminal } from '../features/terminals.ts';
import { Document } from '../workspace/document.ts';
import { LineTable } from '../workspace/lineTable.ts';
import { argsOfScript } from '../workspace/scriptArgs.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { defaultOfArg } from './defaultOfArg.ts';
import { areInScript, findingsOfFile, toldByTypeScript } from './ofScript.ts';
import type { OpenScripts } from './openScripts.ts';
import type { CoreTerminals } from './terminals.ts';

/** What TypeScript says of a tab with the script of a TOML. */
const ofSyntax: ReadonlySet<Code> = new Set(['script-syntax']);

/** A script whose text is that of an editor. */
interface GivenScript {
  readonly uri: string;
  readonly text: string;
}

/** What names in scripts are found with. */
export interface NameTools {
  readonly scripts: OpenScripts;
  readonly terminals: CoreTerminals;
}

/** The names that can stand at a position of a script. */
export async function scriptCompletion(
  { uri, text, position }: GivenScript & { readonly position: Position },
  { scripts, terminals }: NameTools,
  context: Context,
): Promise<CompletionItem[]> {
  const document = Document.of(uri, null, text);
  const offset = document.lines.offsetAt(position);
  const found = scripts.at(document, offset);
  if (!found) return [];
  const ofTerminals = await completeTerminals(found, terminals, context);
  return (
    ofTerminals?.items ??
    completeScriptNames(found, context) ??
    completeVariables(document, offset, context) ??
    []
  );
}

/** What Komodo knows of the name at a position; TypeScript's own words are the editor's. */
export async function scriptHover(
  { uri, text, position }: GivenScript & { readonly position: Position },
  { scripts, terminals }: NameTools,
  context: Context,
): Promise<Hover | null> {
  const document = Document.of(uri, null, text);
  const offset = document.lines.offsetAt(position);
  const script = scripts.at(document, offset);
  if (!script) return null;
  const ofTerminal = await hoverTerminal(script, terminals, context);
  if (ofTerminal) return ofTerminal;
  if (isKnownAt(document, position, context)) return hover(document, position, context);
  const args = argsOfScript(document, context.index) ?? {};
  return defaultOfArg(document, offset, args);
}

export interface AskedScript extends GivenScript {
  /** VS Code's TypeScript looks at its types. */
  readonly isFile: boolean;
}

/** What is wrong with a script by Komodo's rules. */
export async function scriptDiagnostics(
  asked: AskedScript,
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<Diagnostic[]> {
  const document = Document.of(asked.uri, null, asked.text);
  const settings = workspace.settingsFor(asked.uri);
  if (settings.diagnostics && workspace.isKomodo(document)) {
    const unheld = unheldScript(document, settings);
    if (unheld.length > 0) return unheld;
  }
  const findings = await findingsIn(document, asked, scripts, workspace);
  return diagnostics(document, findings, settings);
}

/** What mends what is wrong in a range of a script, and last a comment for each that TypeScript has found there. */
export async function scriptFixes(
  asked: AskedScript & { readonly range: Range; readonly others?: readonly FoundByTypeScript[] },
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<ScriptFix[]> {
  const { uri, range } = asked;
  const document = Document.of(uri, null, asked.text);
  const settings = workspace.settingsFor(uri);
  const findings = await findingsIn(document, asked, scripts, workspace);
  const mending = findings.flatMap((finding) => {
    const shown = diagnostics(document, [finding], settings);
    const fixes = quickFixes(document, range, [finding], workspace.schema, shown);
    return fixes.flatMap(({ title, edit }): ScriptFix[] => {
      const edits = edit?.changes?.[uri] ?? [];
      const [diagnostic] = shown;
      if (!diagnostic || edits.length === 0 || !areInScript(edits)) return [];
      const { code } = diagnostic;
      const mends = { range: diagnostic.range, ...(code !== undefined && { code }) };
      return [{ title, edits, mends }];
    });
  });
  return [...mending, ...(asked.others ?? []).map((found) => ignoringOther(asked.text, found))];
}

function ignoringOther(text: string, { number, range }: FoundByTypeScript): ScriptFix {
  const lines = new LineTable(text);
  const found = { code: 'script-type', number, start: lines.offsetAt(range.start) };
  const { start, text: newText } = ignoringInScript(text, found);
  const at = lines.positionAt(start);
  return {
    title: `Ignore \`${calledInComment(found)}\` here`,
    edits: [{ range: { start: at, end: at }, newText }],
    mends: { code: number, range },
  };
}

async function findingsIn(
  document: Document,
  { uri, isFile }: AskedScript,
  scripts: OpenScripts,
  workspace: Workspace,
): Promise<readonly Finding[]> {
  if (!workspace.isOurs(document) || !workspace.settingsFor(uri).diagnostics) return [];
  const inScript = await scripts.checked(document);
  const found = check(
    document.resources(workspace.schema),
    document.toml,
    workspace.surroundingsOf(uri),
    inScript,
  );
  return findingsOfFile(document, found, isFile ? toldByTypeScript : ofSyntax);
}

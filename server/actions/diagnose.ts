/** Everything that is to be said of a script: by TypeScript, and by the rules that know what Core does. */
import ts from 'typescript';
import type { Span } from '../../komodo/toml/index.ts';
import { semanticDiagnosticsOf, statementsAround, statementsOf } from './around.ts';
import { ofAllNames, type FoundAround, type ScriptFinding } from './finding.ts';
import { unusedIgnores, withoutIgnored } from './ignored.ts';
import { tooLong } from './longScripts.ts';
import { placeOf, sourceOf, textOf, visit } from './nodes.ts';
import { isTaken } from './refusedByDeno.ts';
import type { RuleContext, ScriptRule } from './rules/rule.ts';
import { callsInForEach } from './rules/callsInForEach.ts';
import { declaredWithoutBlock } from './rules/declaredWithoutBlock.ts';
import { enumAsText } from './rules/enumAsText.ts';
import { missingAwait } from './rules/missingAwait.ts';
import { printedSecret } from './rules/printedSecret.ts';
import { staticImport } from './rules/staticImport.ts';
import { uncheckedUpdate } from './rules/uncheckedUpdate.ts';
import { unfinishedUpdate } from './rules/unfinishedUpdate.ts';
import { unknownRequest } from './rules/unknownRequest.ts';
import { updateWithoutId } from './rules/updateWithoutId.ts';
import type { Script, Scripts } from './scripts.ts';
import { asTypeErrors, typeErrors } from './typeErrors.ts';

const rules: readonly ScriptRule[] = [
  callsInForEach,
  declaredWithoutBlock,
  enumAsText,
  missingAwait,
  printedSecret,
  staticImport,
  uncheckedUpdate,
  unfinishedUpdate,
  unknownRequest,
  updateWithoutId,
];

/**
 * The findings in a script, the first one first. A script on which TypeScript fails is forgotten: it would fail for all
 * others too.
 *
 * @throws ts.OperationCanceledException
 */
export function diagnose(scripts: Scripts, name: string): readonly ScriptFinding[] {
  try {
    return findingsIn(scripts, name);
  } catch (error) {
    if (error instanceof ts.OperationCanceledException) throw error;
    scripts.delete(name);
    return [
      unchecked(
        `TypeScript fails on it (${error instanceof Error ? error.message : String(error)})`,
      ),
    ];
  }
}

/** What to say of a script in place of its findings. */
export function unchecked(why: string): ScriptFinding {
  const message = `This script can't be checked: ${why}.`;
  return { code: 'script-unchecked', class: 'style', message, start: 0, end: 0 };
}

function findingsIn(scripts: Scripts, name: string): readonly ScriptFinding[] {
  const script = scripts.get(name);
  if (!script) return [];
  const long = tooLong(script.text);
  if (long) return [long];
  const { service } = scripts;
  const broken = service.getSyntacticDiagnostics(script.name);
  if (broken.length > 0) {
    const syntax = broken.flatMap((each) => syntaxError(scripts, script, each) ?? []);
    // Of a text that is broken, types say nothing that would help.
    if (syntax.length > 0) return distinct(withoutIgnored(syntax, script.text));
  }
  lookAtEach(scripts, script);
  const found = byRules(scripts, script, [sourceOf(scripts, script)]);
  const imports = found.filter(({ code }) => code === 'static-import');
  const isImport = ({ start }: ScriptFinding) =>
    imports.some((each) => each.start <= start && start < each.end);
  const types = typeErrors(scripts, script, found).filter((each) => !isImport(each));
  const hints = service
    .getSuggestionDiagnostics(script.name)
    .flatMap((each) => hintOf(script, each) ?? []);
  const all = [...types, ...found, ...hints];
  return distinct([...withoutIgnored(all, script.text), ...unusedIgnores(all, script.text)]);
}

/** Between two statements it can be given up without loss. */
function lookAtEach(scripts: Scripts, script: Script): void {
  const source = sourceOf(scripts, script);
  const program = scripts.service.getProgram()!;
  for (const statement of statementsOf(source)) {
    semanticDiagnosticsOf(program, source, [statement]);
    scripts.step();
  }
}

/**
 * The findings in the statements around a span, which is what takes little time in a script of any length; undefined
 * where only the whole script tells.
 */
export function diagnoseAround(
  scripts: Scripts,
  name: string,
  span: Span,
): FoundAround | undefined {
  const script = scripts.get(name);
  if (!script || tooLong(script.text)) return undefined;
  if (scripts.service.getSyntacticDiagnostics(script.name).length > 0) return undefined;
  const source = sourceOf(scripts, script);
  const { offset } = script;
  const around = { start: span.start + offset, end: span.end + offset };
  const statements = statementsAround(source, around);
  const found = byRules(scripts, script, statements);
  // These change what else is said of a script.
  if (found.some(({ code }) => code === 'unknown-request' || code === 'static-import'))
    return undefined;
  const program = scripts.service.getProgram()!;
  const types = asTypeErrors(scripts, script, semanticDiagnosticsOf(program, source, statements));
  const spans = statements.map(({ pos, end }) => ({
    start: Math.max(pos - offset, 0),
    end: end - offset,
  }));
  const counts = (finding: ScriptFinding) =>
    ofAllNames(finding) ||
    spans.some(({ start, end }) => start <= finding.start && finding.end <= end);
  const all = withoutIgnored([...types, ...found], script.text);
  return { spans, findings: distinct(all).filter(counts) };
}

/** A mistake for which Deno refuses a script, too. */
function syntaxError(
  scripts: Scripts,
  script: Script,
  { start, length, code, messageText }: ts.Diagnostic,
): ScriptFinding | undefined {
  const at = { start: start ?? 0, end: (start ?? 0) + (length ?? 0) };
  if (isTaken(code, at, sourceOf(scripts, script))) return undefined;
  const size = script.text.length;
  // What is missing may be missed only in the wrapper, behind the script.
  const from = Math.min(Math.max((start ?? 0) - script.offset, 0), size);
  const to = Math.min(Math.max(from + (length ?? 0), from), size);
  return {
    code: 'script-syntax',
    number: code,
    class: 'fails',
    message: textOf(messageText),
    start: from,
    end: to,
  };
}

function hintOf(script: Script, diagnostic: ts.Diagnostic): ScriptFinding | undefined {
  const { code, messageText, reportsUnnecessary, reportsDeprecated } = diagnostic;
  const place = placeOf(script, diagnostic);
  if (!place || !(reportsUnnecessary || reportsDeprecated)) return undefined;
  return {
    code: 'script-hint',
    number: code,
    class: 'style',
    message: textOf(messageText),
    ...place,
  };
}

/** @param nodes the parts of the script that are looked at */
function byRules(
  scripts: Scripts,
  script: Script,
  nodes: readonly ts.Node[],
): readonly ScriptFinding[] {
  const context: RuleContext = {
    source: sourceOf(scripts, script),
    checker: scripts.service.getProgram()!.getTypeChecker(),
    typings: scripts.typings,
    version: scripts.version,
  };
  const found: ScriptFinding[] = [];
  const look = (node: ts.Node) => {
    if (node.end <= script.offset) return;
    for (const rule of rules) {
      const finding = rule(node, context);
      if (finding) found.push(moved(finding, -script.offset));
    }
  };
  for (const node of nodes) visit(node, look);
  return found.filter(({ start, end }) => start >= 0 && end <= script.text.length);
}

function moved(finding: ScriptFinding, by: number): ScriptFinding {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  const mends = finding.mends?.map(({ title, changes }) => ({ title, changes: changes.map(move) }));
  return { ...move(finding), ...(mends && { mends }) };
}

function distinct(found: readonly ScriptFinding[]): readonly ScriptFinding[] {
  const seen = new Set<string>();
  return found
    .filter(({ code, start, message }) => {
      const key = `${code} ${start} ${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

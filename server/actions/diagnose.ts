/** Everything that is to be said of a script: by TypeScript, and by the rules that know what Core does. */
import ts from 'typescript';
import type { ScriptFinding } from './finding.ts';
import { unusedIgnores, withoutIgnored } from './ignored.ts';
import { tooLong } from './longScripts.ts';
import { placeOf, sourceOf, textOf, visit } from './nodes.ts';
import type { RuleContext, ScriptRule } from './rules/rule.ts';
import { enumAsText } from './rules/enumAsText.ts';
import { missingAwait } from './rules/missingAwait.ts';
import { printedSecret } from './rules/printedSecret.ts';
import { staticImport } from './rules/staticImport.ts';
import { uncheckedUpdate } from './rules/uncheckedUpdate.ts';
import { unfinishedUpdate } from './rules/unfinishedUpdate.ts';
import { unknownRequest } from './rules/unknownRequest.ts';
import type { Script, Scripts } from './scripts.ts';
import { typeErrors } from './typeErrors.ts';

const rules: readonly ScriptRule[] = [
  enumAsText,
  missingAwait,
  printedSecret,
  staticImport,
  uncheckedUpdate,
  unfinishedUpdate,
  unknownRequest,
];

/**
 * The findings in a script, the first one first. A script on which TypeScript fails is forgotten: it would fail for all
 * others too.
 */
export function diagnose(scripts: Scripts, name: string): readonly ScriptFinding[] {
  try {
    return findingsIn(scripts, name);
  } catch (error) {
    if (!(error instanceof ts.OperationCanceledException)) scripts.delete(name);
    return [unchecked(error)];
  }
}

/** What to say of a script in place of its findings. */
function unchecked(error: unknown): ScriptFinding {
  const why =
    error instanceof ts.OperationCanceledException
      ? 'TypeScript takes too long for it'
      : `TypeScript fails on it (${error instanceof Error ? error.message : String(error)})`;
  const message = `This script can't be checked: ${why}.`;
  return { code: 'script-unchecked', class: 'style', message, start: 0, end: 0 };
}

function findingsIn(scripts: Scripts, name: string): readonly ScriptFinding[] {
  const script = scripts.get(name);
  if (!script) return [];
  const long = tooLong(script.text);
  if (long) return [long];
  const { service } = scripts;
  const syntax = service
    .getSyntacticDiagnostics(script.name)
    .map((each) => syntaxError(script, each));
  // Of a text that is broken, types say nothing that would help.
  if (syntax.length > 0) return distinct(withoutIgnored(syntax, script.text));
  const found = byRules(scripts, script);
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

function syntaxError(
  script: Script,
  { start, length, code, messageText }: ts.Diagnostic,
): ScriptFinding {
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

function byRules(scripts: Scripts, script: Script): readonly ScriptFinding[] {
  const source = sourceOf(scripts, script);
  const context: RuleContext = {
    source,
    checker: scripts.service.getProgram()!.getTypeChecker(),
    typings: scripts.typings,
    version: scripts.version,
  };
  const found: ScriptFinding[] = [];
  visit(source, (node) => {
    if (node.end <= script.offset) return;
    for (const rule of rules) {
      const finding = rule(node, context);
      if (finding) found.push(moved(finding, -script.offset));
    }
  });
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

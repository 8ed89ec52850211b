/** Everything that is to be said of a script: by TypeScript, and by the rules that know what Core does. */
import ts from 'typescript';
import type { ScriptFinding } from './finding.ts';
import { lackingMember, lackingType } from './otherVersions.ts';
import { clientCall, requestKindOf, type RuleContext, type ScriptRule } from './rules/rule.ts';
import { enumAsText } from './rules/enumAsText.ts';
import { missingAwait } from './rules/missingAwait.ts';
import { printedSecret } from './rules/printedSecret.ts';
import { staticImport } from './rules/staticImport.ts';
import { uncheckedUpdate } from './rules/uncheckedUpdate.ts';
import { unfinishedUpdate } from './rules/unfinishedUpdate.ts';
import { unknownRequest } from './rules/unknownRequest.ts';
import type { Script, Scripts } from './scripts.ts';

const rules: readonly ScriptRule[] = [
  enumAsText,
  missingAwait,
  printedSecret,
  staticImport,
  uncheckedUpdate,
  unfinishedUpdate,
  unknownRequest,
];

/** Longer ones nobody writes into a TOML file; TypeScript would need seconds for each key. */
export const longestScript = 256 * 1024;

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
  if (script.text.length > longestScript) return [tooLong(script)];
  const { service } = scripts;
  const syntax = service
    .getSyntacticDiagnostics(script.name)
    .map((each) => syntaxError(script, each));
  // Of a text that is broken, types say nothing that would help.
  if (syntax.length > 0) return distinct(syntax);
  const found = byRules(scripts, script);
  const imports = found.filter(({ code }) => code === 'static-import');
  const isImport = ({ start }: ScriptFinding) =>
    imports.some((each) => each.start <= start && start < each.end);
  const types = typeErrors(scripts, script, found).filter((each) => !isImport(each));
  const hints = service
    .getSuggestionDiagnostics(script.name)
    .flatMap((each) => hintOf(script, each) ?? []);
  return distinct([...types, ...found, ...hints]);
}

function tooLong({ text }: Script): ScriptFinding {
  const sizes = `${Math.round(text.length / 1024)} of at most ${longestScript / 1024} KiB`;
  return {
    code: 'script-unchecked',
    class: 'style',
    message: `This script is too long to be checked: ${sizes}.`,
    start: 0,
    end: Math.min(text.length, 1),
  };
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

/** What V8 refuses before it runs anything, though TypeScript finds it only with the types. */
const refusedEarly: ReadonlySet<number> = new Set([
  1100, 1102, 1104, 1105, 1107, 1116, 1121, 1155, 1163, 1184, 1210, 1212, 1213, 1214, 1232, 1233,
  1258, 1308, 1359, 2451, 2481, 2657,
]);

function typeErrors(
  scripts: Scripts,
  script: Script,
  found: readonly ScriptFinding[],
): readonly ScriptFinding[] {
  const diagnostics = scripts.service.getSemanticDiagnostics(script.name);
  const unknown = found.filter(({ code }) => code === 'unknown-request');
  if (unknown.length === 0)
    return diagnostics.flatMap((each) => typeError(scripts, script, each) ?? []);
  // The answer of a request that there is none of could be anything: without it nothing follows from it.
  const tolerant = `${script.name}+`;
  try {
    const without = scripts.set(tolerant, withoutCalls(scripts, script, unknown));
    return scripts.service
      .getSemanticDiagnostics(without.name)
      .flatMap((each) => typeError(scripts, without, each) ?? [])
      .filter(({ message }) => !/^Cannot find name '_+'/.test(message));
  } finally {
    scripts.delete(tolerant);
  }
}

/** The script with a name of the same length, which is nothing, in the place of `komodo.read` of an unknown request. */
function withoutCalls(scripts: Scripts, script: Script, unknown: readonly ScriptFinding[]): string {
  const source = sourceOf(scripts, script);
  let { text } = script;
  visit(source, (node) => {
    const call = clientCall(node);
    const at = call?.request && call.request.getStart(source) + 1 - script.offset;
    if (!call || !requestKindOf(call.method.text) || !unknown.some(({ start }) => start === at))
      return;
    const start = node.getStart(source) - script.offset;
    const end = call.method.end - script.offset;
    text = text.slice(0, start) + '_'.repeat(end - start) + text.slice(end);
  });
  return text;
}

function typeError(
  scripts: Scripts,
  script: Script,
  diagnostic: ts.Diagnostic,
): ScriptFinding | undefined {
  const { code, messageText } = diagnostic;
  const place = placeOf(script, diagnostic);
  if (!place) return undefined;
  const message = textOf(messageText);
  if (refusedEarly.has(code)) {
    return { code: 'script-syntax', number: code, class: 'fails', message, ...place };
  }
  const otherwise = ofAnotherVersion(scripts, message, () =>
    namesBeside(sourceOf(scripts, script), diagnostic.start ?? 0),
  );
  if (otherwise) return { code: 'of-another-version', number: code, ...otherwise, ...place };
  const kind = isOnlyText(messageText) ? 'style' : 'surprising';
  return { code: 'script-type', number: code, class: kind, message, ...place };
}

/** What TypeScript misses, and another version has. */
function ofAnotherVersion(
  { typings, version }: Scripts,
  message: string,
  namesBeside: () => ReadonlySet<string>,
): Pick<ScriptFinding, 'class' | 'message'> | undefined {
  const type = /has no exported member (?:named )?'(\w+)'/.exec(message)?.[1];
  const lacking = type && lackingType(typings, version, type);
  if (lacking) return { class: 'surprising', message: `${lacking}.` };
  const [, given, owner] = /'(\w+)' does not exist in type '(\w+)'/.exec(message) ?? [];
  const [, read, of] = /Property '(\w+)' does not exist on type '(\w+)'/.exec(message) ?? [];
  const found = lackingMember(typings, version, owner ?? of ?? '', given ?? read ?? '');
  if (!found) return undefined;
  const present = namesBeside();
  const missing = found.required.filter((name) => !present.has(name));
  const required = missing.map((name) => `\`${name}\``).join(' and ');
  return given !== undefined && required !== ''
    ? { class: 'fails', message: `${found.message}: it wants ${required}, and the call fails.` }
    : { class: 'surprising', message: `${found.message}.` };
}

/** The names of the properties of the object that the one at an offset belongs to. */
function namesBeside(source: ts.SourceFile, offset: number): ReadonlySet<string> {
  const names = new Set<string>();
  visit(source, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    if (!node.properties.some((each) => each.name?.getStart(source) === offset)) return;
    for (const { name } of node.properties) if (name) names.add(name.getText(source));
  });
  return names;
}

/** Some text stands where one of a few is expected: that it is none of them nobody knows. */
function isOnlyText(message: string | ts.DiagnosticMessageChain): boolean {
  let last = message;
  while (typeof last !== 'string' && last.next?.[0]) last = last.next[0];
  const text = typeof last === 'string' ? last : last.messageText;
  return /^(?:Type|Argument of type) 'string' is not assignable to (?:type|parameter of type) '/.test(
    text,
  );
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

function placeOf({ text, offset }: Script, { start, length }: ts.Diagnostic) {
  const from = (start ?? 0) - offset;
  const to = from + (length ?? 0);
  return from >= 0 && to <= text.length ? { start: from, end: to } : undefined;
}

function sourceOf({ service }: Scripts, { name }: Script): ts.SourceFile {
  return service.getProgram()!.getSourceFile(name)!;
}

/** Calls back for each node, outer ones first; without calling itself, for scripts may be nested deeply. */
function visit(source: ts.SourceFile, on: (node: ts.Node) => void): void {
  const waiting: ts.Node[] = [source];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    on(node);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    waiting.push(...children.reverse());
  }
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

/** Long lists of what would have been possible help nobody. */
function textOf(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, '\n');
}

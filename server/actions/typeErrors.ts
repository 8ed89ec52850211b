/** What TypeScript says of the types in a script, as it counts to Core. */
import ts from 'typescript';
import type { ScriptFinding, ScriptMend } from './finding.ts';
import { objectAt, placeOf, sourceOf, textOf, visit } from './nodes.ts';
import { otherName } from './otherNames.ts';
import { lackingMember, lackingMethod, lackingType, membersOf } from './otherVersions.ts';
import { isRefused } from './refusedByDeno.ts';
import { clientCall, requestKindOf } from './rules/rule.ts';
import type { Script, Scripts } from './scripts.ts';
import { mendsOfComparison } from './comparisons.ts';

/** A `namespace` in the body of a function: Deno runs it. */
const NAMESPACE_IN_FUNCTION = 1235;
/** A modifier that may not stand there; `declare` may, for Deno leaves out what is only declared. */
const MODIFIER = 1184;

export function typeErrors(
  scripts: Scripts,
  script: Script,
  found: readonly ScriptFinding[],
): readonly ScriptFinding[] {
  const diagnostics = scripts.service.getSemanticDiagnostics(script.name);
  const unknown = found.filter(({ code }) => code === 'unknown-request');
  if (unknown.length === 0) return asTypeErrors(scripts, script, diagnostics);
  // The answer of a request that there is none of could be anything: without it nothing follows from it.
  const tolerant = `${script.name}+`;
  try {
    const without = scripts.set(tolerant, withoutCalls(scripts, script, unknown));
    const all = asTypeErrors(
      scripts,
      without,
      scripts.service.getSemanticDiagnostics(without.name),
    );
    return all.filter(({ message }) => !/^Cannot find name '_+'/.test(message));
  } finally {
    scripts.delete(tolerant);
  }
}

/** What TypeScript says of types, as it is told a person. */
export function asTypeErrors(
  scripts: Scripts,
  script: Script,
  diagnostics: readonly ts.Diagnostic[],
): readonly ScriptFinding[] {
  return diagnostics.flatMap((each) => typeError(scripts, script, each) ?? []);
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
  if (!place || code === NAMESPACE_IN_FUNCTION) return undefined;
  const isDeclare = script.text.slice(place.start, place.end) === 'declare';
  if (code === MODIFIER && isDeclare) return undefined;
  const message = textOf(messageText);
  if (!scripts.isStrict && saysNothing(code, message)) return undefined;
  const { offset } = script;
  const span = { start: place.start + offset, end: place.end + offset };
  const source = sourceOf(scripts, script);
  if (isRefused(code, span, source)) {
    return { code: 'script-syntax', number: code, class: 'fails', message, ...place };
  }
  const otherwise = ofAnotherVersion(scripts, script, diagnostic, message);
  if (otherwise) return { code: 'of-another-version', number: code, ...otherwise, ...place };
  const other = otherName(scripts, script, span.start, message);
  if (other) return { code: 'script-type', number: code, class: 'style', ...other, ...place };
  const checker = scripts.service.getProgram()!.getTypeChecker();
  const kind = isOnlyText(messageText) ? 'style' : 'surprising';
  const mends = mendsOfComparison(source, checker, diagnostic, offset);
  return {
    code: 'script-type',
    number: code,
    class: kind,
    message,
    ...place,
    ...(mends.length > 0 && { mends }),
  };
}

/** What TypeScript misses, and another version has. */
function ofAnotherVersion(
  scripts: Scripts,
  script: Script,
  { start = 0 }: ts.Diagnostic,
  message: string,
): Pick<ScriptFinding, 'class' | 'message' | 'mends'> | undefined {
  const { typings, version } = scripts;
  const type = /has no exported member (?:named )?'(\w+)'/.exec(message)?.[1];
  const lacking = type && lackingType(typings, version, type);
  if (lacking) return { class: 'surprising', message: `${lacking}.` };
  const [, read = '', of = ''] =
    /^Property '(\w+)' does not exist on type '(\w+|\{ auth)/.exec(message) ?? [];
  if (of === '{ auth') {
    const method = lackingMethod(typings, version, read);
    if (method === undefined) return undefined;
    return { class: 'fails', message: `${method}: the call fails.` };
  }
  const [, given, owner = of] = /'(\w+)' does not exist in type '(\w+)'/.exec(message) ?? [];
  const found = lackingMember(typings, version, owner, given ?? read);
  if (!found) return undefined;
  const beside = given === undefined ? undefined : objectAt(sourceOf(scripts, script), start);
  if (!beside) return { class: 'surprising', message: `${found.message}.` };
  const names = beside.object.properties.map(({ name }) => name?.getText());
  const missing = found.required.filter((name) => !names.includes(name));
  const isTargeted = !names.includes('target') && membersOf(typings, version, owner)?.has('target');
  const mends = isTargeted ? targeting(beside.property, script.offset) : [];
  if (missing.length === 0) return { class: 'surprising', message: `${found.message}.`, mends };
  const required = missing.map((name) => `\`${name}\``).join(' and ');
  return {
    class: 'fails',
    message: `${found.message}: it wants ${required}, and the call fails.`,
    mends,
  };
}

/** Since 2.0 a terminal is that of a target, of which a server is but one kind. */
function targeting(property: ts.ObjectLiteralElementLike, offset: number): readonly ScriptMend[] {
  const text = property.getText();
  if (property.name?.getText() !== 'server') return [];
  const start = property.getStart() - offset;
  const target = `target: { type: "Server", params: { ${text} } }`;
  return [
    {
      title: 'Write it as `target`',
      changes: [{ start, end: start + text.length, text: target }],
    },
  ];
}

/** What is said where TypeScript knows nothing of a value: `Object.values(YAML.parse(text))` are `unknown`. */
const ofUnknown: ReadonlySet<number> = new Set([2322, 2339, 2345, 2488, 2571, 18046]);

function saysNothing(code: number, message: string): boolean {
  return ofUnknown.has(code) && /^(?:[^\n]* )?[Tt]ype 'unknown'/.test(message);
}

/** Some text stands where one of a few is expected: that it is none of them nobody knows. */
function isOnlyText(message: string | ts.DiagnosticMessageChain): boolean {
  let last = message;
  while (typeof last !== 'string' && last.next?.[0]) last = last.next[0];
  const text = typeof last === 'string' ? last : last.messageText;
  return /^(?:Type|Argument of type) 'string' is not assignable to (?:type|parameter of type) '(?!(?:boolean|number|bigint|[^']*\[\])')/.test(
    text,
  );
}

import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
} from 'vscode-languageserver';
import type { Code, Finding } from '../../komodo/checks/index.ts';
import type { ProblemClass } from '../../komodo/resources/index.ts';
import type { Place } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { fences, isHeldByToml } from '../workspace/scriptFile.ts';
import type { SeverityWord } from '../workspace/settings.ts';
import { withoutLongList } from './expectedNames.ts';

/** Shown as the sender of every diagnostic. */
export const source = 'Komodo';

/** More are of no use to a person, and a file that is not text has one on every line. */
const MOST = 500;

const severities: Readonly<Record<ProblemClass, DiagnosticSeverity>> = {
  rejected: DiagnosticSeverity.Error,
  fails: DiagnosticSeverity.Error,
  ignored: DiagnosticSeverity.Warning,
  surprising: DiagnosticSeverity.Warning,
  style: DiagnosticSeverity.Hint,
};

/** How diagnostics are to be shown. */
export interface DiagnosticOptions {
  /** By code, where they differ from what the class of the finding says. */
  readonly severities?: ReadonlyMap<string, SeverityWord>;
  /** Of class *style* too; the default. */
  readonly hints?: boolean;
  /** Where a code is explained. */
  readonly pageOf?: (code: Code) => string | undefined;
}

/**
 * Problems as an editor shows them, the first of the file first. Of too many the gravest are shown: no error stays unseen
 * for hints before it.
 */
export function diagnostics(
  document: Document,
  problems: readonly Finding[],
  options: DiagnosticOptions = {},
): Diagnostic[] {
  const all = problems.flatMap((problem) => {
    const severity = severityOf(problem, options);
    return severity === undefined ? [] : [{ problem, severity, range: rangeOf(document, problem) }];
  });
  all.sort(
    ({ range: { start: a } }, { range: { start: b } }) =>
      a.line - b.line || a.character - b.character,
  );
  const shown = gravest(all).map((one) => diagnostic(document, one, options));
  if (shown.length === all.length) return shown;
  const message = `Only ${MOST} of ${all.length} problems in this file are shown, the gravest.`;
  const start = { line: 0, character: 0 };
  const severity = DiagnosticSeverity.Information;
  return [{ range: { start, end: start }, severity, source, message }, ...shown];
}

/** In the order in which they were. */
function gravest(all: readonly Shown[]): readonly Shown[] {
  if (all.length <= MOST) return all;
  const bySeverity = [...all].sort((a, b) => a.severity - b.severity);
  const kept = new Set(bySeverity.slice(0, MOST));
  return all.filter((one) => kept.has(one));
}

interface Shown {
  readonly problem: Finding;
  readonly severity: DiagnosticSeverity;
  readonly range: Range;
}

/** Undefined for what is not to be shown. */
function severityOf(
  { class: kind, code, isUnsure }: Finding,
  { severities: wanted, hints = true }: DiagnosticOptions,
): DiagnosticSeverity | undefined {
  const word = wanted?.get(code);
  if (word !== undefined) return word === 'off' ? undefined : byWord[word];
  if (isUnsure) return DiagnosticSeverity.Information;
  return kind === 'style' && !hints ? undefined : severities[kind];
}

const byWord: Readonly<Record<Exclude<SeverityWord, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function diagnostic(
  document: Document,
  { problem, severity, range }: Shown,
  { pageOf }: DiagnosticOptions,
): Diagnostic {
  const href = pageOf?.(problem.code);
  return {
    range,
    severity,
    source,
    code: problem.code,
    ...(href !== undefined && { codeDescription: { href } }),
    message: messageOf(problem),
    ...(problem.class === 'ignored' && { tags: [DiagnosticTag.Unnecessary] }),
    ...relatedInformation(document, problem),
  };
}

function relatedInformation(
  document: Document,
  { related, relatedMessage, elsewhere = [] }: Finding,
): Pick<Diagnostic, 'relatedInformation'> {
  const all = [
    ...(related ? [relatedOne(document, related, relatedMessage)] : []),
    ...elsewhere.map(({ message, uri, range }) => ({ message, location: { uri, range } })),
  ];
  return all.length > 0 ? { relatedInformation: all } : {};
}

function relatedOne(
  document: Document,
  place: Place,
  message = 'It stands here first.',
): DiagnosticRelatedInformation {
  return { location: { uri: document.uri, range: document.rangeOf(place) }, message };
}

/** A problem that no place is known for is shown at the start of the file. */
export function rangeOf(document: Document, { place }: Finding): Range {
  return place ? document.rangeOf(place) : document.lines.range(0, 0);
}

/** What is wrong with the file as a whole, in a sentence at its start. */
export function wholeFile(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  const code: Code = 'unreadable-file';
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source,
    code,
    message,
  };
}

/** Why a script in a file of its own is not looked at, at the quotes that are one kind too many. */
export function unheldScript(document: Document, options: DiagnosticOptions = {}): Diagnostic[] {
  const { script, ownText } = document;
  if (!script || isHeldByToml(ownText)) return [];
  const offset = script.start + Math.max(...fences.map(({ quote }) => ownText.indexOf(quote)));
  const message =
    'Names and rules of Komodo are not looked at in this script: it has both \'\'\' and """ in it, so that no string ' +
    'of several lines could hold it in a TOML file. Write one of them in parts: "\'\'" + "\'".';
  const problem: Finding = { code: 'script-unchecked', class: 'style', message };
  const severity = severityOf(problem, options);
  const range = document.lines.range(offset, offset + 3);
  return severity === undefined
    ? []
    : [diagnostic(document, { problem, severity, range }, options)];
}

function messageOf(finding: Finding): string {
  const { advice, message, data } = finding;
  return (
    withoutLongList(message, data?.suggestions?.[0]) + (advice === undefined ? '' : `. ${advice}`)
  );
}

/** `komodo-procedures check`: what Core would say of the resource files of a folder, for people and for CI. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { pathToFileURL } from 'node:url';
import { schemaFor } from '../komodo/schema/index.ts';
import { diagnostics, wholeFile } from '../server/features/diagnostics.ts';
import { Document } from '../server/workspace/document.ts';
import { readTextFile } from '../server/workspace/textFile.ts';
import { documentOf } from './document.ts';
import { excerpt, type Finding, type Severity } from './excerpt.ts';
import type { Output } from './output.ts';
import { tomlFiles } from './tomlFiles.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** Version of Core whose rules count; the newest known if left out. */
  readonly core?: string;
}

/** A finding with what is needed to show it in its line. */
interface Found {
  readonly finding: Finding;
  readonly sourceLine: string;
  readonly length: number;
}

const severities: Record<DiagnosticSeverity, Severity> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/**
 * Checks every Komodo file that the paths name; other TOML files are passed over.
 * @returns the exit code: 0 when Core takes everything, 1 when it refuses something or a file can't be read
 */
export async function check(options: CheckOptions, output: Output): Promise<number> {
  const { files, missing } = await tomlFiles(options.paths);
  for (const { path, reason } of missing) output.note(`${path}: it can't be read (${reason}).`);
  let checked = 0;
  const found: Found[] = [];
  for (const file of files) {
    const read = await readTextFile(file);
    if ('unreadable' in read) {
      const atStart = Document.of(pathToFileURL(file).href, null, '');
      found.push(...foundIn(file, atStart, [wholeFile(read.unreadable)]));
      continue;
    }
    const document = documentOf(file, read.text, options.core);
    if (document.detection !== 'komodo') continue;
    checked++;
    const { problems } = document.resources(schemaFor(options.core));
    found.push(...foundIn(file, document, diagnostics(document, problems)));
  }
  report(options, found, checked, output);
  const errors = found.some(({ finding }) => finding.severity === 'error');
  return errors || missing.length > 0 ? 1 : 0;
}

function foundIn(file: string, document: Document, shown: readonly Diagnostic[]): Found[] {
  const lines = document.text.split(/\r?\n/);
  return shown.map(({ range: { start, end }, severity, code, message }) => {
    const sourceLine = lines[start.line] ?? '';
    const column = Array.from(sourceLine.slice(0, start.character)).length + 1;
    const marked = end.line === start.line ? end.character : sourceLine.length;
    return {
      finding: {
        file,
        line: start.line + 1,
        column,
        severity: severities[severity ?? DiagnosticSeverity.Error],
        code: String(code ?? 'unreadable'),
        message: typeof message === 'string' ? message : message.value,
      },
      sourceLine,
      length: Array.from(sourceLine.slice(start.character, marked)).length,
    };
  });
}

function report(
  { format }: CheckOptions,
  found: readonly Found[],
  checked: number,
  { say, paint }: Output,
): void {
  const count = (severity: Severity) =>
    found.filter(({ finding }) => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  if (format === 'json') {
    const findings = found.map(({ finding }) => finding);
    say(JSON.stringify({ files: checked, errors, warnings, findings }, undefined, 2));
    return;
  }
  for (const { finding, sourceLine, length } of found) {
    say(excerpt(finding, sourceLine, length, paint) + '\n');
  }
  const of = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const files = of(checked, 'Komodo file');
  say(`${files} checked: ${of(errors, 'error')}, ${of(warnings, 'warning')}.`);
}

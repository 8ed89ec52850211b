/** `komodo-procedures check`: what Core would say of the resource files of a folder, for people and for CI. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check as findIn } from '../komodo/checks/index.ts';
import type { Inventory } from '../komodo/inventory/inventory.ts';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { OpenScripts } from '../server/actions/openScripts.ts';
import type { ScriptWorker } from '../server/actions/worker.ts';
import { diagnostics, wholeFile } from '../server/features/diagnostics.ts';
import { Document } from '../server/workspace/document.ts';
import { rememberingEngine } from '../server/workspace/rememberingEngine.ts';
import { defaultSettings } from '../server/workspace/settings.ts';
import { readTextFile } from '../server/workspace/textFile.ts';
import { Workspace } from '../server/workspace/workspace.ts';
import { codePointsIn } from './codePoints.ts';
import { excerpt, type Finding, type Severity } from './excerpt.ts';
import type { Output } from './output.ts';
import { tomlFiles } from './tomlFiles.ts';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  /** Version of Core whose rules count; that of the inventory, or else the newest known, if left out. */
  readonly core?: string;
  /** What a Core has; without one the names of the files alone are known. */
  readonly inventory?: Inventory;
  readonly engine: RegexEngine;
  /** Checks the scripts of Actions, if there are any. */
  readonly typescript: ScriptWorker;
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
  const { files, skipped, missing } = await tomlFiles(options.paths);
  for (const { path, reason } of missing) output.note(`${path}: it can't be read (${reason}).`);
  const workspace = new Workspace(rememberingEngine(options.engine));
  workspace.inventory = options.inventory ?? null;
  workspace.folders = [{ uri: pathToFileURL(process.cwd()).href, name: '' }];
  workspace.settings = new Map([
    ['', { ...defaultSettings, ...(options.core !== undefined && { coreVersion: options.core }) }],
  ]);
  const found: Found[] = [];
  // All names first: a file may speak of what stands in another one.
  for (const file of files) {
    const read = await readTextFile(file);
    const uri = pathToFileURL(file).href;
    if ('unreadable' in read) {
      const atStart = Document.of(uri, null, '');
      found.push(...foundIn(file, atStart, [wholeFile(read.unreadable)]));
    } else workspace.open(uri, 0, read.text);
  }
  const scripts = new OpenScripts(workspace, options.typescript);
  let checked = 0;
  for (const file of files) {
    const uri = pathToFileURL(file).href;
    const document = workspace.document(uri);
    if (!document || !workspace.isOurs(document)) {
      const isNamed = document && options.paths.some((path) => resolve(path) === resolve(file));
      if (isNamed) output.note(`${file}: nothing in it looks like a resource of Komodo’s.`);
      continue;
    }
    checked++;
    const resources = document.resources(workspace.schema);
    const surroundings = workspace.surroundingsOf(uri);
    const inScripts = await scripts.checked(document);
    const findings = findIn(resources, document.toml, surroundings, inScripts);
    found.push(...foundIn(file, document, diagnostics(document, findings)));
  }
  scripts.end();
  for (const file of skipped) found.push(...(await skippedIn(file, workspace)));
  report(options, found, checked, output);
  const errors = found.some(({ finding }) => finding.severity === 'error');
  return errors || missing.length > 0 ? 1 : 0;
}

/** Core does not read such a file, so nothing else in it counts. */
async function skippedIn(file: string, workspace: Workspace): Promise<Found[]> {
  const read = await readTextFile(file);
  if ('unreadable' in read) return [];
  const uri = pathToFileURL(file).href;
  const document = Document.of(uri, 0, read.text);
  if (!workspace.isOurs(document)) return [];
  const resources = document.resources(workspace.schema);
  const findings = findIn(resources, document.toml, workspace.surroundingsOf(uri));
  const told = findings.filter(({ code }) => code === 'skipped-file');
  return foundIn(file, document, diagnostics(document, told));
}

function foundIn(file: string, document: Document, shown: readonly Diagnostic[]): Found[] {
  const lines = document.text.split(/\r?\n/);
  return shown.map(({ range: { start, end }, severity, code, message }) => {
    const sourceLine = lines[start.line] ?? '';
    const column = codePointsIn(sourceLine, start.character) + 1;
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
      length: codePointsIn(sourceLine.slice(start.character, marked)),
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

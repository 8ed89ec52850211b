/** Keeps the diagnostics of the open files right: published with the version they are for, never for an older text. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { blockByBlock, check } from '../komodo/checks/index.ts';
import { findingsOfFile, toldElsewhere } from './actions/ofScript.ts';
import type { OpenScripts } from './actions/openScripts.ts';
import { diagnostics, unheldScript, wholeFile } from './features/diagnostics.ts';
import type { Document } from './workspace/document.ts';
import { Paced } from './workspace/paced.ts';
import { inSlices } from './workspace/slices.ts';
import { tooLarge } from './workspace/textFile.ts';
import type { Workspace } from './workspace/workspace.ts';

export class Checks {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #scripts: OpenScripts;
  readonly #paced = new Paced<string>((uri) => this.#run(uri));
  /** By URI, the last check: it may be under way. */
  readonly #underWay = new Map<string, { cancel(): void }>();
  /** Files that the editor shows diagnostics of. */
  readonly #marked = new Set<string>();

  constructor(connection: Connection, workspace: Workspace, scripts: OpenScripts) {
    this.#connection = connection;
    this.#workspace = workspace;
    this.#scripts = scripts;
    scripts.onFound = (uri) => this.request(uri);
  }

  /** Checks a file soon; what is asked for again before that is done once. */
  request(uri: string): void {
    this.#paced.request(uri);
  }

  requestAll(): void {
    for (const { uri } of this.#workspace.openDocuments) this.request(uri);
  }

  /** Takes the diagnostics of a file away. */
  forget(uri: string): void {
    this.#paced.forget(uri);
    this.#leaveOff(uri);
    this.#scripts.forget(uri);
    this.#publish(uri, []);
  }

  #leaveOff(uri: string): void {
    this.#underWay.get(uri)?.cancel();
    this.#underWay.delete(uri);
  }

  /** A long check is left off as soon as there is another to do. */
  #run(uri: string): void {
    this.#leaveOff(uri);
    const document = this.#workspace.document(uri);
    if (!document) return;
    const work = inSlices(this.#prepare(document), () => {
      // Of a newer text the editor has asked already.
      if (this.#workspace.document(uri) === document) this.#tell(document);
    });
    this.#underWay.set(uri, work);
  }

  #tell(document: Document): void {
    const { uri, version } = document;
    try {
      this.#publish(uri, this.#check(document), version);
    } catch (error) {
      this.#connection.console.error(`${uri} can't be checked: ${stackOf(error)}`);
    }
  }

  /** All that takes long. */
  *#prepare(document: Document): Generator<void> {
    const { uri, toml } = document;
    const { diagnostics: areWanted } = this.#workspace.settingsFor(uri);
    if (!areWanted) return;
    try {
      if (!this.#workspace.isOurs(document)) return;
      const resources = document.resources(this.#workspace.schema);
      yield* blockByBlock(resources, toml, this.#workspace.surroundingsOf(uri));
    } catch {
      // What goes wrong goes wrong again in the check itself, and is told there.
    }
  }

  #check(document: Document): Diagnostic[] {
    const settings = this.#workspace.settingsFor(document.uri);
    if (!settings.diagnostics || !this.#workspace.isKomodo(document)) return [];
    if (document.isTooLarge) return [wholeFile(tooLarge(document.text.length))];
    const options = { ...settings, ...this.#workspace.editor };
    const unheld = unheldScript(document, options);
    if (unheld.length > 0) return unheld;
    const noText = this.#workspace.whyNoText(document.uri);
    if (noText !== undefined) return [wholeFile(`Core can't read this file. ${noText}`)];
    const resources = document.resources(this.#workspace.schema);
    const surroundings = this.#workspace.surroundingsOf(document.uri);
    const inScripts = this.#scripts.findings(document);
    const found = check(resources, document.toml, surroundings, inScripts);
    const findings = findingsOfFile(
      document,
      found,
      toldElsewhere(document, this.#workspace.editor),
    );
    return diagnostics(document, findings, options);
  }

  #publish(uri: string, found: Diagnostic[], version: number | null = null): void {
    if (found.length === 0 && !this.#marked.delete(uri)) return;
    if (found.length > 0) this.#marked.add(uri);
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: found,
      ...(version !== null && { version }),
    });
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

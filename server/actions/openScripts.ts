/** The scripts in the open files, and the questions about them to the thread of TypeScript. */
import { CancellationTokenSource, type Range } from 'vscode-languageserver';
import { EmbeddedScript, typeOfArgs, type TextChange } from '../../komodo/actions/index.ts';
import { actionScriptOf } from '../../komodo/names/index.ts';
import type { Finding } from '../../komodo/checks/index.ts';
import { differing, type Place, type Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { argsOfScript } from '../workspace/scriptArgs.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ScriptFinding } from './finding.ts';
import { findingOf, kept, merged, unchecked, type Found } from './found.ts';
import { tooLong } from './longScripts.ts';
import type { Method, Questions } from './messages.ts';
import { argsTypeOf } from './argsType.ts';
import { areInScript } from './ofScript.ts';
import type { CoreTypingsInUse } from './coreTypings.ts';
import type { Cancellation, ScriptWorker } from './worker.ts';

/** From so many UTF-16 code units on, what is wrong around a change is asked for before the rest: about 120 lines. */
const LONG = 4000;

/** A script in an open file. */
export interface OpenScript {
  /** The same one while the file is edited. */
  readonly name: string;
  readonly document: Document;
  readonly place: Place;
  readonly embedded: EmbeddedScript;
  /** The type of `ARGS`, where something is known of it. */
  readonly args?: string;
}

/** A text that is looked at. */
interface Look {
  readonly key: string;
  readonly cancellation: CancellationTokenSource;
}

export class OpenScripts {
  readonly #workspace: Workspace;
  readonly #worker: ScriptWorker;
  /** By document; of one it never changes, but for the arguments that an Action elsewhere gives a file. */
  readonly #scripts = new WeakMap<Document, readonly OpenScript[]>();
  readonly #found = new Map<string, Found>();
  /** The texts that are looked at now. */
  readonly #asked = new Map<string, Look>();
  /** Called when something was found in a file, or is there no more. */
  onFound: (uri: string) => void = () => undefined;
  readonly #typings: CoreTypingsInUse | undefined;

  /** @param typings those of a connected Core; left out where none can be had */
  constructor(workspace: Workspace, worker: ScriptWorker, typings?: CoreTypingsInUse) {
    this.#workspace = workspace;
    this.#worker = worker;
    this.#typings = typings;
  }

  /** The version of Core that scripts are checked for. */
  get #core(): string {
    return this.#workspace.names.coreVersion ?? this.#workspace.schema.version;
  }

  /** The scripts of a file of Komodo's. */
  in(document: Document): readonly OpenScript[] {
    let scripts = this.#scripts.get(document);
    if (!scripts) this.#scripts.set(document, (scripts = this.#scriptsIn(document)));
    return document.script ? this.#withArgs(document, scripts) : scripts;
  }

  /** The script of a file with the arguments that are known of it now. */
  #withArgs(document: Document, scripts: readonly OpenScript[]): readonly OpenScript[] {
    const known = scripts.length > 0 ? argsOfScript(document, this.#workspace.index) : undefined;
    return known ? scripts.map((each) => ({ ...each, args: typeOfArgs(known) })) : scripts;
  }

  #scriptsIn(document: Document): readonly OpenScript[] {
    if (!this.#workspace.isOurs(document)) return [];
    return document.resources(this.#workspace.schema).resources.flatMap((resource, index) => {
      const place = actionScriptOf(resource)?.place;
      const embedded = place && EmbeddedScript.at(document.toml, place);
      if (!embedded) return [];
      const args = argsTypeOf(resource, document.toml);
      const name = `${document.uri}#${index}`;
      return [{ name, document, place, embedded, ...(args !== undefined && { args }) }];
    });
  }

  /** The script that an offset of a file stands in, with the offset in it. */
  at(document: Document, source: number): (OpenScript & { readonly offset: number }) | undefined {
    for (const script of this.in(document)) {
      const offset = script.embedded.offsetAt(source);
      if (offset !== undefined) return { ...script, offset };
    }
    return undefined;
  }

  /** Whether TypeScript is to be asked here about the scripts of a file, and not by the editor. */
  areAskedHere({ script }: Document): boolean {
    return script === undefined || this.#workspace.editor.hasTypeScript !== true;
  }

  /** Asks something about a script; undefined where there is no answer in time. */
  ask<M extends Method>(
    script: OpenScript,
    method: M,
    ask: Questions[M]['ask'],
    token?: Cancellation,
  ): Promise<Questions[M]['answer'] | undefined> {
    if (tooLong(script.embedded.text)) return Promise.resolve(undefined);
    return this.#worker.ask(this.#orderFor(script, method, ask), token && { token });
  }

  #orderFor<M extends Method>(
    { name, document, embedded, args }: OpenScript,
    method: M,
    ask: Questions[M]['ask'],
  ) {
    return {
      method,
      ask,
      script: { name, text: embedded.text, ...(args !== undefined && { args }) },
      surroundings: { core: this.#core, strict: this.#isStrict(document) },
      open: [...this.#workspace.openDocuments].flatMap((each) =>
        this.in(each).map((other) => other.name),
      ),
    };
  }

  #isStrict({ uri }: Document): boolean {
    return this.#workspace.settingsFor(uri).strictScripts;
  }

  /**
   * What is known to be wrong with the scripts of a file. What was found in an older text stands where it stands now, and
   * the new one is looked at: {@link onFound} tells when that is done.
   */
  findings(document: Document): readonly Finding[] {
    const scripts = this.in(document);
    return scripts.flatMap((script) => {
      const { text } = script.embedded;
      const long = tooLong(text);
      if (long) return [findingOf(script, long)];
      const inUse = this.#typings?.inUse;
      const key = JSON.stringify([this.#core, inUse, this.#isStrict(document), script.args, text]);
      const found = this.#found.get(script.name);
      if (found?.key !== key) this.#look(script, key);
      const known = found?.key === key ? found.findings : found ? kept(found, text) : [];
      return known.map((finding) => findingOf(script, finding));
    });
  }

  #look(script: OpenScript, key: string): void {
    const {
      name,
      document: { uri },
      embedded: { text },
    } = script;
    void this.#typings?.look();
    const before = this.#asked.get(name);
    if (before?.key === key) return;
    before?.cancellation.cancel();
    const look: Look = { key, cancellation: new CancellationTokenSource() };
    this.#asked.set(name, look);
    const options = { isPatient: true, token: look.cancellation.token };
    const found = this.#found.get(name);
    if (found && found.text !== text && text.length >= LONG) {
      const span = differing(found.text, text);
      const changed = { start: span.start, end: span.endAfter };
      this.#worker.ask(this.#orderFor(script, 'diagnoseAround', changed), options).then(
        (around) => {
          if (!around || this.#asked.get(name) !== look) return;
          this.#found.set(name, { text, findings: merged(kept(found, text), around) });
          this.onFound(uri);
        },
        // What goes wrong goes wrong again in the whole, and is told then.
        () => undefined,
      );
    }
    const take = (findings: readonly ScriptFinding[]) => {
      if (this.#asked.get(name) !== look) return;
      this.#asked.delete(name);
      this.#found.set(name, { key, text, findings });
      this.onFound(uri);
    };
    this.#worker.ask(this.#orderFor(script, 'diagnose', {}), options).then(
      (findings) => take(findings ?? []),
      (error: unknown) => take([unchecked(error)]),
    );
  }

  /** What is wrong with the scripts of a file, once TypeScript has looked at all of them. */
  async checked(document: Document): Promise<readonly Finding[]> {
    void this.#typings?.look();
    const found = this.in(document).map(async (script) => {
      const long = tooLong(script.embedded.text);
      if (long) return [findingOf(script, long)];
      const order = this.#orderFor(script, 'diagnose', {});
      const findings = await this.#worker
        .ask(order, { isPatient: true })
        .catch((error: unknown) => [unchecked(error)]);
      return (findings ?? []).map((finding) => findingOf(script, finding));
    });
    return (await Promise.all(found)).flat();
  }

  /** Forgets what was found in the scripts of a file. */
  forget(uri: string): void {
    for (const name of [...this.#found.keys(), ...this.#asked.keys()]) {
      if (!name.startsWith(`${uri}#`)) continue;
      this.#found.delete(name);
      this.#asked.get(name)?.cancellation.cancel();
      this.#asked.delete(name);
    }
  }

  end(): void {
    this.#worker.end();
  }
}

/** A part of a script as a range of its file. */
export function rangeIn({ document, embedded }: OpenScript, span: Span): Range {
  const { start, end } = embedded.sourceOf(span);
  return document.lines.range(start, end);
}

/** Changes of a script as edits of its file; undefined where TOML can't hold them. */
export function editsIn(script: OpenScript, changes: readonly TextChange[]) {
  const edits = script.embedded.changed(changes)?.map(({ start, end, text }) => ({
    range: script.document.lines.range(start, end),
    newText: text,
  }));
  return edits && areInScript(edits) ? edits : undefined;
}

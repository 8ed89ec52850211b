/** What the server knows: the open files, the names in all files, the settings, and what the connected Core has. */
import type { TextDocumentContentChangeEvent, WorkspaceFolder } from 'vscode-languageserver';
import { isMarked } from '../../komodo/actions/index.ts';
import type { Inventory } from '../../komodo/inventory/inventory.ts';
import type { RegexEngine } from '../../komodo/patterns/index.ts';
import type { Code, Names, Surroundings } from '../../komodo/checks/index.ts';
import { schemaFor, type Schema } from '../../komodo/schema/index.ts';
import type { TomlOptions } from '../../komodo/toml/index.ts';
import { Document } from './document.ts';
import { pathOf, unescaped } from './filePath.ts';
import { globMatches } from './glob.ts';
import { LinkedFiles } from './linkedFiles.ts';
import { NameIndex } from './nameIndex.ts';
import { namesIn, namesOnDisk, type FileNames } from './names.ts';
import { isHeldByToml } from './scriptFile.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { StoredIndex } from './storedIndex.ts';
import type { TextFile } from './textFile.ts';

/** What the editor can do with what it is answered. */
export interface Editor {
  /** It understands snippets. */
  readonly snippets: boolean;
  /** It has VS Code's command that shows completions again. */
  readonly suggestsAgain: boolean;
  /** It has the commands of our extension for VS Code. */
  readonly hasOurCommands?: boolean;
  /** It can be told to ask for semantic tokens again. */
  readonly refreshesTokens?: boolean;
  /** It shows how long something takes. */
  readonly showsProgress?: boolean;
  /** TypeScript answers in `.ts` files without us: what Komodo alone knows is to be added. */
  readonly hasTypeScript?: boolean;
  /** It can be asked for the typings that the connected Core serves. */
  readonly hasTypings?: boolean;
  /** It can be asked for the terminals of the connected Core. */
  readonly hasTerminals?: boolean;
  /** The edits of code actions can be asked for when one is chosen. */
  readonly resolvesActions?: boolean;
  /** Changes of many files come with the versions of those that are open. */
  readonly documentChanges?: boolean;
  /** It shows the notes on changes, and lets a person choose. */
  readonly changeNotes?: boolean;
  /** The address at which a code of diagnostics is explained. */
  readonly pageOf?: (code: Code) => string | undefined;
}

export class Workspace {
  editor: Editor = { snippets: false, suggestsAgain: false };
  folders: readonly WorkspaceFolder[] = [];
  /** Settles once the files of the folders are read: what looks through all files waits for it. */
  filesRead: Promise<void> = Promise.resolve();
  /** What the connected Core has. */
  inventory: Inventory | null = null;
  /** What it has stored; null while that is not known. */
  stored: StoredIndex | null = null;
  /** Scripts that files are linked to. */
  readonly linked = new LinkedFiles();
  readonly #engine: RegexEngine;
  readonly #open = new Map<string, Document>();
  /** What the files of Komodo's define, by path: as they are in the editor or else on disk. */
  readonly #index = new NameIndex();
  /** The files on disk, by path, for when they are closed in the editor. */
  readonly #onDisk = new Map<string, FileNames>();
  readonly #notText = new Map<string, string>();
  #names: Names | undefined;
  #state: readonly unknown[] = [];
  #settings: ReadonlyMap<string, Settings> = new Map();

  constructor(engine: RegexEngine) {
    this.#engine = engine;
  }

  /** The facts of the Core that files are checked for. */
  get schema(): Schema {
    return schemaFor(this.#coreVersion);
  }

  get #coreVersion(): string | undefined {
    return this.settingsFor('').coreVersion ?? this.inventory?.version;
  }

  get #tomlOptions(): TomlOptions {
    return { version: this.schema.toml };
  }

  /** @param settings by the URI of the workspace folder they hold for; under `''` those for all other files */
  set settings(settings: ReadonlyMap<string, Settings>) {
    this.#settings = settings;
  }

  settingsFor(uri: string): Settings {
    const folder = this.folderOf(uri);
    return (folder && this.#settings.get(folder.uri)) ?? this.#settings.get('') ?? defaultSettings;
  }

  /** Whether formatting is wanted for any file. */
  get wantsFormatting(): boolean {
    return [...this.#settings.values()].some(({ formatEnabled }) => formatEnabled);
  }

  /** Which files are scripts by the settings: the same text while those say the same. */
  get scriptSettings(): string {
    return JSON.stringify([...this.#settings].map(([uri, { scripts }]) => [uri, scripts]));
  }

  /** The innermost workspace folder that a file stands in. */
  folderOf(uri: string): WorkspaceFolder | undefined {
    return this.folders
      .filter((folder) => uri.startsWith(`${folder.uri}/`))
      .reduce<WorkspaceFolder | undefined>(
        (found, folder) => (found && found.uri.length > folder.uri.length ? found : folder),
        undefined,
      );
  }

  get openDocuments(): Iterable<Document> {
    return this.#open.values();
  }

  open(uri: string, version: number, text: string): void {
    this.#keep(Document.of(uri, version, text, this.#tomlOptions));
  }

  /** Changes to a file that is not open are passed over. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.#open.get(uri)?.edited(changes, version);
    if (document) this.#keep(document);
  }

  close(uri: string): void {
    this.#open.delete(uri);
    const path = pathOf(uri);
    this.#index.set(path, this.#onDisk.get(path));
  }

  #keep(document: Document): void {
    this.#open.set(document.uri, document);
    this.#index.set(
      pathOf(document.uri),
      this.isOurs(document) ? namesIn(document, this.schema) : undefined,
    );
  }

  /**
   * Takes note of a file on disk; of one that is gone nothing is given. Nothing but its names is kept. Returns whether it
   * is, or was, one of Komodo's.
   */
  noteFile(uri: string, file?: TextFile): boolean {
    const document =
      file && 'text' in file ? Document.of(uri, null, file.text, this.#tomlOptions) : undefined;
    const path = pathOf(uri);
    if (file && 'isNoText' in file) this.#notText.set(path, file.unreadable);
    else this.#notText.delete(path);
    const names =
      document && this.isOurs(document) ? namesOnDisk(document, this.schema) : undefined;
    const wasKnown = this.#onDisk.has(path);
    if (!wasKnown && !names) return false;
    if (names) this.#onDisk.set(path, names);
    else this.#onDisk.delete(path);
    if (!this.#openPaths().has(path)) this.#index.set(path, names);
    return true;
  }

  #openPaths(): ReadonlySet<string> {
    return new Set([...this.#open.keys()].map(pathOf));
  }

  /** Why a file on disk is no text, whatever an editor makes of it; undefined where it is one. */
  whyNoText(uri: string): string | undefined {
    return this.#notText.get(pathOf(uri));
  }

  /** Forgets the files on disk that stand in none of the workspace's folders. */
  forgetFilesOutside(): void {
    const open = this.#openPaths();
    for (const [path, { uri }] of this.#onDisk) {
      if (this.folderOf(uri)) continue;
      this.#onDisk.delete(path);
      if (!open.has(path)) this.#index.set(path, undefined);
    }
  }

  /** The names in the files of the workspace, as they are in the editor or else on disk. */
  get index(): NameIndex {
    return this.#index;
  }

  /** What the files of the workspace define. */
  get ownInventory(): Inventory {
    return this.#index.inventory;
  }

  /** The names that files are checked with: the same object until one of them changes. */
  get names(): Names {
    const [workspace, core, coreVersion] = [this.ownInventory, this.inventory, this.#coreVersion];
    const before = this.#names;
    if (
      before?.workspace === workspace &&
      before.core === core &&
      before.coreVersion === coreVersion
    )
      return before;
    this.#names = {
      workspace,
      core,
      engine: this.#engine,
      ...(coreVersion !== undefined && { coreVersion }),
    };
    return this.#names;
  }

  /** The same object as long as nothing changes that files are checked with, and for a day at most. */
  #stateAt(now: Date): object {
    const { names, stored, linked } = this;
    const parts = [names, stored, this.#index.state, linked.state, now.toDateString()];
    if (!parts.every((part, index) => part === this.#state[index])) this.#state = parts;
    return this.#state;
  }

  /** What stands around a file. */
  surroundingsOf(uri: string): Surroundings {
    const folder = this.folderOf(uri);
    const now = new Date();
    return {
      file: { uri, ...(folder && { path: unescaped(uri.slice(folder.uri.length + 1)) }) },
      now,
      names: this.names,
      state: this.#stateAt(now),
      definitionsOf: (kind, name) => this.#index.definitionsOf(kind, name),
      procedureNamed: (name) =>
        this.#index.procedureNamed(name) ?? this.stored?.procedureNamed(name),
      ...(uri.startsWith('file:') && {
        textOfFile: (path: string) => this.linked.textOf(uri, path),
      }),
    };
  }

  document(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  /** A file of Komodo's as it is open, else with the text that is given; undefined where it is none of Komodo's. */
  ours(uri: string, text?: string): Document | undefined {
    const document =
      this.document(uri) ?? (text === undefined ? undefined : Document.of(uri, null, text));
    return document && this.isOurs(document) ? document : undefined;
  }

  /** Goes by the rules of another Core: before 2.0 they read another TOML too. */
  readAnew(): void {
    const { version } = this.#tomlOptions;
    for (const document of [...this.#open.values()]) {
      const isRead = document.toml.options.version === version;
      this.#keep(isRead ? document : document.withOptions(this.#tomlOptions));
    }
  }

  /** Whether a file is one of Komodo's, by the settings or else by what stands in it, and can be read. */
  isOurs(document: Document): boolean {
    const isHeld = !document.script || isHeldByToml(document.ownText);
    return isHeld && this.isKomodo(document) && !document.isTooLarge;
  }

  /** Whether a `.ts` file is the script of an Action. */
  #isScript({ uri, ownText }: Document, path: string): boolean {
    // So VS Code has the scripts that stand in TOML files.
    if (uri.startsWith('komodo-action:') || isMarked(ownText)) return true;
    return this.#isScriptAt(uri, path);
  }

  /** Whether a `.ts` file is the script of an Action by the settings, whatever stands in it. */
  isScriptByName(uri: string): boolean {
    return this.#isScriptAt(uri, this.#pathOf(uri));
  }

  #isScriptAt(uri: string, path: string): boolean {
    return this.settingsFor(uri).scripts.some((pattern) => globMatches(pattern, path));
  }

  /** Whether a file is one of Komodo's: by the settings, else by what stands in it. */
  isKomodo(document: Document): boolean {
    const { include, exclude } = this.settingsFor(document.uri);
    const path = this.#pathOf(document.uri);
    if (exclude.some((pattern) => globMatches(pattern, path))) return false;
    if (document.script) return this.#isScript(document, path);
    return document.detection === 'komodo' || include.some((pattern) => globMatches(pattern, path));
  }

  /** Relative to the workspace folder, or the name alone. */
  #pathOf(uri: string): string {
    const folder = this.folderOf(uri);
    return unescaped(
      folder ? uri.slice(folder.uri.length + 1) : uri.slice(uri.lastIndexOf('/') + 1),
    );
  }
}

/** What the server knows: the open files, the settings, and what the connected Core has. */
import type { TextDocumentContentChangeEvent, WorkspaceFolder } from 'vscode-languageserver';
import type { Inventory } from '../../komodo/inventory/inventory.ts';
import { compareVersions, schemaFor, type Schema } from '../../komodo/schema/index.ts';
import type { TomlOptions } from '../../komodo/toml/index.ts';
import { Document } from './document.ts';
import { globMatches } from './glob.ts';
import { defaultSettings, type Settings } from './settings.ts';

export class Workspace {
  folders: readonly WorkspaceFolder[] = [];
  /** What the connected Core has. */
  inventory: Inventory | null = null;
  readonly #open = new Map<string, Document>();
  #settings: ReadonlyMap<string, Settings> = new Map();

  /** The facts of the Core that files are checked for. */
  get schema(): Schema {
    return schemaFor(this.#coreVersion);
  }

  get #coreVersion(): string | undefined {
    return this.settingsFor('').coreVersion ?? this.inventory?.version;
  }

  /** Cores before 2.0 read TOML 1.0. */
  get #tomlOptions(): TomlOptions {
    return { version: compareVersions(this.schema.version, '2.0.0') < 0 ? '1.0' : '1.1' };
  }

  /** @param settings by the URI of the workspace folder they hold for; under `''` those for all other files */
  set settings(settings: ReadonlyMap<string, Settings>) {
    this.#settings = settings;
  }

  settingsFor(uri: string): Settings {
    const folder = this.folderOf(uri);
    return (folder && this.#settings.get(folder.uri)) ?? this.#settings.get('') ?? defaultSettings;
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

  open(uri: string, version: number, text: string): Document {
    const document = Document.of(uri, version, text, this.#tomlOptions);
    this.#open.set(uri, document);
    return document;
  }

  /** Changes to a file that is not open are passed over. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.#open.get(uri)?.edited(changes, version);
    if (document) this.#open.set(uri, document);
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  document(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  /** Reads the open files anew where the Core they are meant for reads another TOML. */
  readAnew(): void {
    const options = this.#tomlOptions;
    for (const [uri, document] of this.#open) {
      if (document.toml.options.version !== options.version) {
        this.#open.set(uri, document.withOptions(options));
      }
    }
  }

  /** Whether a file is one of Komodo's: by the settings, else by what stands in it. */
  isKomodo(document: Document): boolean {
    const { include, exclude } = this.settingsFor(document.uri);
    const path = this.#pathOf(document.uri);
    if (exclude.some((pattern) => globMatches(pattern, path))) return false;
    return document.detection === 'komodo' || include.some((pattern) => globMatches(pattern, path));
  }

  /** Relative to the workspace folder, or the name alone. */
  #pathOf(uri: string): string {
    const folder = this.folderOf(uri);
    const path = folder ? uri.slice(folder.uri.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }
}

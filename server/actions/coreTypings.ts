/** The typings that the connected Core serves: asked for when a script is there and none of its version are bundled. */
import type { Workspace } from '../workspace/workspace.ts';
import type { CoreTypings } from './messages.ts';
import { nearestOf } from './typings.ts';
import { clientFiles } from './workspaceTypings.ts';
import type { ScriptWorker } from './worker.ts';

/** What the editor and a person are asked and told. */
export interface TypingsEditor {
  /** The files that the connected Core of a version serves; null where none is connected. Rejects in words for people. */
  readonly fetch: (version: string) => Promise<CoreTypings['files'] | null>;
  /** What was fetched, ready for TypeScript; null where scripts can't be checked with it. */
  readonly checked: (version: string, ready: CoreTypings['files'] | null) => void;
  readonly tell: (message: string) => void;
  /** Scripts are to be looked at again. */
  readonly adopted: () => void;
}

export class CoreTypingsInUse {
  readonly #workspace: Workspace;
  readonly #worker: ScriptWorker;
  readonly #editor: TypingsEditor;
  /** The versions that were asked for, with what settles once it is known whether they are of use. */
  readonly #asked = new Map<string, Promise<void>>();
  /** The version whose typings the thread has adopted last. */
  inUse?: string;

  constructor(workspace: Workspace, worker: ScriptWorker, editor: TypingsEditor) {
    this.#workspace = workspace;
    this.#worker = worker;
    this.#editor = editor;
  }

  /**
   * Asks for the typings of the connected Core, once a version; until they are there the bundled ones do. Settles once they
   * are in use, or will not be.
   */
  async look(): Promise<void> {
    const { inventory, editor, names } = this.#workspace;
    const version = inventory?.source === 'core' ? inventory.version : undefined;
    // What could not be had is asked for again after somebody has connected anew.
    if (!inventory) this.#asked.clear();
    if (!editor.hasTypings || version === undefined || names.coreVersion !== version) return;
    if (!this.#asked.has(version)) this.#asked.set(version, this.#get(version));
    await this.#asked.get(version);
  }

  /** The typings that scripts for the Core of the workspace are checked with; rejects where TypeScript does not start. */
  async client(): Promise<CoreTypings> {
    await this.look();
    const found = await this.#worker.client(this.#workspace.names.coreVersion);
    if (!found) throw new Error('TypeScript gives no answer.');
    return found;
  }

  async #get(version: string): Promise<void> {
    const bundled = await this.#worker.versions().catch(() => undefined);
    if (!bundled || bundled.includes(version)) return;
    const instead = `Scripts are checked with those of ${nearestOf(bundled, version)}.`;
    let files: CoreTypings['files'] | null;
    try {
      files = await this.#editor.fetch(version);
    } catch (error) {
      this.#editor.tell(`The typings of Core ${version} can’t be had: ${textOf(error)} ${instead}`);
      return;
    }
    if (!files) {
      this.#asked.delete(version);
      return;
    }
    const refused = await this.#worker.adopt({ version, files }).catch(textOf);
    if (refused !== undefined) {
      this.#editor.checked(version, null);
      this.#editor.tell(`The typings of Core ${version} are of no use: ${refused}. ${instead}`);
      return;
    }
    this.inUse = version;
    this.#editor.adopted();
    const ready = await this.#worker.client(version).catch(() => undefined);
    if (ready?.version === version) this.#editor.checked(version, clientFiles(ready.files));
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

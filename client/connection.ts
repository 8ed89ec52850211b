import * as vscode from 'vscode';
import { CoreError, createClient, namesIn, openUpdates, readInventory } from '../api/index.ts';
import type { Client, CoreErrorKind, Credential, LiveState, LiveUpdates } from '../api/index.ts';
import type { Inventory } from '../komodo/inventory/inventory.ts';
import { errorText } from './errorText.ts';
import { workspaceFolder } from './folder.ts';
import { shortAddress } from './profiles/profile.ts';
import type { Profile } from './profiles/profile.ts';
import type { ProfileStore } from './profiles/profileStore.ts';
import type { UpdateItem } from './recentRun.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * - `idle`: nobody asked for a connection yet.
 * - `connecting`: under way, for the first time or again; `why` says why again.
 * - `failed`: not to be had without somebody doing something.
 */
export type ConnectionState =
  | { readonly status: 'idle' }
  | { readonly status: 'connecting'; readonly why?: string }
  | { readonly status: 'connected' }
  | { readonly status: 'failed'; readonly why: string; readonly kind?: CoreErrorKind };

/** A Core that answered: the current profile's. */
export interface Core {
  readonly profile: Profile;
  readonly client: Client;
  readonly updates: LiveUpdates;
  readonly version: string;
  /** Address and version as we show them: `komodo.lan, Komodo 2.3.2`; of the sandbox, which Komodo it plays. */
  readonly label: string;
}

/** How long changes are gathered before the inventory is read again, in milliseconds. */
const inventoryPause = 1000;

/** How long a Core may take to say its first word, in milliseconds. */
const patience = 15_000;
/** How long after a failed try a Core that is away for a while is tried again, in milliseconds. */
const retryPause = 30_000;
/** A sandbox that ended by itself and soon does so again is not started a third time; in milliseconds. */
const soonAgain = 60_000;

/** A try to connect. Aborted when somebody wants something else meanwhile. */
interface Attempt {
  readonly stop: AbortController;
  readonly core: Promise<Core>;
}

/** Operations after which Core may have other names. */
const changesNames = /^(Create|Update|Delete|Rename|Copy|RunSync)/;

/** The connection to the Core of the current profile: made when somebody wants it, kept, and made again when lost. */
export class Connection implements vscode.Disposable {
  readonly #profiles: ProfileStore;
  readonly #sandbox: Sandbox;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #framed = new vscode.EventEmitter<UpdateItem>();
  readonly #inventoried = new vscode.EventEmitter<Inventory | null>();
  readonly #subscriptions: vscode.Disposable;
  #state: ConnectionState = { status: 'idle' };
  #core: Core | undefined;
  #inventory: Inventory | null = null;
  #firstInventory: Promise<void> = Promise.resolve();
  #names: ReturnType<typeof namesIn> = () => undefined;
  #namesById: ReadonlyMap<string | undefined, string> = new Map();
  #attempt: Attempt | undefined;
  #inventoryTimer: NodeJS.Timeout | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #sandboxEndedAt = 0;

  /** Fires when the state, the profile or the Core is another. */
  readonly onDidChange = this.#changed.event;
  /** Fires for each Update that Core tells of. */
  readonly onDidUpdate = this.#framed.event;
  /** Fires when the names that Core has are known anew; null when there is none. */
  readonly onDidChangeInventory = this.#inventoried.event;

  constructor(profiles: ProfileStore, sandbox: Sandbox, log: vscode.LogOutputChannel) {
    this.#profiles = profiles;
    this.#sandbox = sandbox;
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      profiles.onDidChange(({ current }) => {
        if (current) this.#takeProfile();
      }),
      sandbox.onDidEnd(({ asked }) => {
        if (!asked) this.#sandboxEnded();
      }),
    );
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get profile(): Profile {
    return this.#core?.profile ?? this.#profiles.current;
  }

  /** The Core as far as there is one; its calls may fail all the same. */
  get core(): Core | undefined {
    return this.#core;
  }

  get inventory(): Inventory | null {
    return this.#inventory;
  }

  /** Resolves when the names of Core were read, or could not be. */
  whenNamed(): Promise<void> {
    return this.#firstInventory;
  }

  /** Name of a resource by its kind, as Core writes it in Updates, and its id; undefined where it is not known. */
  nameOf(kind: string, id: string): string | undefined {
    return this.#names(kind, id);
  }

  /** Name of a resource of whatever kind by its id; undefined where it is not known. */
  nameOfId(id: string): string | undefined {
    return this.#namesById.get(id);
  }

  /** The Core of the current profile, connected to if need be. Rejects with words for a person. */
  connect(): Promise<Core> {
    if (this.#core && this.#state.status !== 'failed') return Promise.resolve(this.#core);
    if (this.#profiles.current.kind === 'sandbox' && !vscode.workspace.isTrusted) {
      return Promise.reject(new Error('The sandbox waits until this workspace is trusted.'));
    }
    if (!this.#attempt) {
      this.disconnect();
      const stop = new AbortController();
      this.#attempt = { stop, core: this.#connect(stop.signal) };
    }
    return this.#attempt.core;
  }

  /** Lets go of the Core, so that the next wish for one connects anew. */
  disconnect(): void {
    clearTimeout(this.#inventoryTimer);
    clearTimeout(this.#retryTimer);
    this.#attempt?.stop.abort();
    this.#attempt = undefined;
    const core = this.#core;
    this.#core = undefined;
    core?.updates.close();
    this.#setInventory(null);
    this.#become({ status: 'idle' });
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.disconnect();
    this.#changed.dispose();
    this.#framed.dispose();
    this.#inventoried.dispose();
  }

  async #connect(signal: AbortSignal): Promise<Core> {
    const profile = this.#profiles.current;
    this.#become({ status: 'connecting' });
    try {
      const core = await this.#open(profile, signal);
      signal.throwIfAborted();
      this.#attempt = undefined;
      return core;
    } catch (error) {
      if (signal.aborted) throw new Error(`${profile.name} is not connected to any more.`);
      const why = errorText(error);
      this.#log.error(`${profile.name}: ${why}`);
      this.disconnect();
      const kind = error instanceof CoreError ? error.kind : undefined;
      this.#become({ status: 'failed', why, ...(kind && { kind }) });
      if (error instanceof CoreError && error.passing) this.#retryLater();
      throw error;
    }
  }

  #retryLater(): void {
    this.#retryTimer = setTimeout(() => {
      this.connect().catch(() => undefined);
    }, retryPause);
  }

  async #open(profile: Profile, signal: AbortSignal): Promise<Core> {
    const client = await this.#clientOf(profile);
    const { version } = await client.read('GetVersion', {}, { signal, timeoutMs: patience });
    signal.throwIfAborted();
    const core: Core = {
      profile,
      client,
      version,
      label: `${profile.kind === 'sandbox' ? 'as' : `${shortAddress(profile)},`} Komodo ${version}`,
      updates: openUpdates(client, {
        onFrame: (frame) => this.#takeFrame(core, frame),
        onState: (state) => this.#takeLiveState(core, state),
      }),
    };
    this.#core = core;
    this.#log.info(`${profile.name}: connected to Core ${version}`);
    this.#firstInventory = this.#readInventory(core);
    this.#become({ status: 'connected' });
    await this.#firstInventory;
    return core;
  }

  async #clientOf(profile: Profile): Promise<Client> {
    if (profile.kind === 'sandbox') {
      const { address, credential } = await this.#startSandbox();
      return createClient({ url: address, credential: () => Promise.resolve(credential) });
    }
    return createClient({
      url: profile.address,
      credential: async (): Promise<Credential> => {
        const stored = await this.#profiles.credential(profile);
        if (stored) return stored;
        throw new Error(`The API key of “${profile.name}” is not stored here. Edit the profile.`);
      },
    });
  }

  #startSandbox(): ReturnType<Sandbox['start']> {
    const folder = workspaceFolder();
    if (!folder) throw new Error('The sandbox needs a folder. Open one first.');
    return this.#sandbox.start(folder.uri.fsPath);
  }

  #takeProfile(): void {
    this.disconnect();
    if (this.#profiles.current.kind !== 'sandbox') this.#sandbox.stop();
    this.connect().catch(() => undefined);
  }

  /** It is started again, unless that would go on for ever. */
  #sandboxEnded(): void {
    if (this.#core?.profile.kind !== 'sandbox') return;
    const again = Date.now() - this.#sandboxEndedAt < soonAgain;
    this.#sandboxEndedAt = Date.now();
    this.disconnect();
    if (again) this.#become({ status: 'failed', why: 'The sandbox ended by itself, twice.' });
    else this.connect().catch(() => undefined);
  }

  #takeFrame(core: Core, frame: UpdateItem): void {
    if (this.#core?.client !== core.client) return;
    this.#framed.fire(frame);
    if (frame.status === 'Complete' && changesNames.test(frame.operation)) this.refreshInventory();
  }

  #takeLiveState(core: Core, state: LiveState): void {
    if (this.#core?.client !== core.client) return;
    if (state.status === 'live') {
      this.#become({ status: 'connected' });
      this.refreshInventory();
    } else if (state.status === 'stopped') {
      const { message: why = 'The connection was closed.', kind } = state.error ?? {};
      this.#become({ status: 'failed', why, ...(kind && { kind }) });
    } else if (state.error) {
      this.#become({ status: 'connecting', why: state.error.message });
    }
  }

  /** Reads the names anew, soon: changes come in bursts. */
  refreshInventory(): void {
    clearTimeout(this.#inventoryTimer);
    this.#inventoryTimer = setTimeout(() => {
      if (this.#core) void this.#readInventory(this.#core);
    }, inventoryPause);
  }

  async #readInventory(core: Core): Promise<void> {
    const { profile } = core;
    try {
      const inventory = await readInventory(core.client, profile.name, profile.kind);
      if (this.#core?.client === core.client) this.#setInventory(inventory);
    } catch (error) {
      const why = errorText(error);
      this.#log.warn(`${profile.name}: its names could not be read: ${why}`);
    }
  }

  #setInventory(inventory: Inventory | null): void {
    if (this.#inventory === inventory) return;
    this.#inventory = inventory;
    this.#names = inventory ? namesIn(inventory) : () => undefined;
    const items = Object.values(inventory?.resources ?? {}).flat();
    this.#namesById = new Map(items.map(({ id, name }) => [id, name]));
    this.#inventoried.fire(inventory);
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#changed.fire();
  }
}

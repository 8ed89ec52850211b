import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Credential } from '../../api/index.ts';
import { readStoredProfile, sandboxProfile } from './profile.ts';
import type { CoreProfile, Profile } from './profile.ts';

const profilesKey = 'komodo.profiles';
const currentKey = 'komodo.currentProfile';
const secretKey = (id: string): string => `komodo.profile.${id}`;

/**
 * The profiles of this person: names and addresses in the global state, key and secret in the SecretStorage and
 * nowhere else. Which one is current is kept per workspace, so that one folder's Core is never another's by accident.
 */
export class ProfileStore implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #changed = new vscode.EventEmitter<{ readonly current: boolean }>();
  /** Fires when a profile is added, changed or removed; `current` when that is about the one in use. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  /** The Cores somebody added, in the order of their names. */
  get cores(): readonly CoreProfile[] {
    const stored = this.#context.globalState.get<unknown>(profilesKey, []);
    return (Array.isArray(stored) ? stored : [])
      .map(readStoredProfile)
      .filter((profile) => profile !== undefined)
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  get all(): readonly Profile[] {
    return [...this.cores, sandboxProfile];
  }

  /** The profile in use; the sandbox until another is chosen, and when the chosen one is gone. */
  get current(): Profile {
    const id = this.#context.workspaceState.get<string>(currentKey);
    return this.cores.find((profile) => profile.id === id) ?? sandboxProfile;
  }

  async switchTo(profile: Profile): Promise<void> {
    await this.#context.workspaceState.update(currentKey, profile.id);
    this.#changed.fire({ current: true });
  }

  async add(profile: Omit<CoreProfile, 'id'>, credential: Credential): Promise<CoreProfile> {
    const added = { ...profile, id: randomUUID() };
    await this.save(added, credential);
    return added;
  }

  /** Writes a profile; its stored credential stays as it is when none is given. */
  async save(profile: CoreProfile, credential?: Credential): Promise<void> {
    if (credential) {
      await this.#context.secrets.store(secretKey(profile.id), JSON.stringify(credential));
    }
    const others = this.cores.filter(({ id }) => id !== profile.id);
    await this.#context.globalState.update(profilesKey, [...others, profile]);
    this.#changed.fire({ current: this.current.id === profile.id });
  }

  async remove(profile: CoreProfile): Promise<void> {
    const current = this.current.id === profile.id;
    await this.#context.secrets.delete(secretKey(profile.id));
    const others = this.cores.filter(({ id }) => id !== profile.id);
    await this.#context.globalState.update(profilesKey, others);
    this.#changed.fire({ current });
  }

  /** The stored credential; undefined when the SecretStorage has none (another machine, a cleared keyring). */
  async credential(profile: CoreProfile): Promise<Credential | undefined> {
    const stored = await this.#context.secrets.get(secretKey(profile.id));
    return stored === undefined ? undefined : (JSON.parse(stored) as Credential);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

import * as vscode from 'vscode';
import { createClient, testConnection } from '../../api/index.ts';
import type { Credential } from '../../api/index.ts';
import type { Connection } from '../connection.ts';
import { errorText } from '../errorText.ts';
import { askProfile } from './askProfile.ts';
import type { ProfileAnswers, ProfileProposal } from './askProfile.ts';
import { shortAddress } from './profile.ts';
import type { CoreProfile, Profile } from './profile.ts';
import type { ProfileStore } from './profileStore.ts';

/** What people do with profiles: add, edit, remove, switch, test. */
export class ProfileCommands {
  readonly #profiles: ProfileStore;
  readonly #connection: Connection;

  constructor(profiles: ProfileStore, connection: Connection) {
    this.#profiles = profiles;
    this.#connection = connection;
  }

  async add(): Promise<void> {
    const answers = await askAndTry({ title: 'Add Profile' }, this.#namesBut(undefined), undefined);
    if (!answers?.credential) return;
    const { name, address, credential } = answers;
    const profile = await this.#profiles.add({ kind: 'core', name, address }, credential);
    await this.#profiles.switchTo(profile);
  }

  async edit(): Promise<void> {
    const profile = await this.#pick('Edit which profile?');
    if (!profile) return;
    const { name, address } = profile;
    const stored = await this.#profiles.credential(profile);
    const answers = await askAndTry(
      { title: `Edit Profile ${name}`, name, address, ...(stored ? { keyFor: address } : {}) },
      this.#namesBut(profile),
      stored,
    );
    if (!answers) return;
    const changed = { ...profile, name: answers.name, address: answers.address };
    await this.#profiles.save(changed, answers.credential);
  }

  #namesBut(profile: CoreProfile | undefined): readonly string[] {
    return this.#profiles.cores.filter(({ id }) => id !== profile?.id).map(({ name }) => name);
  }

  async remove(): Promise<void> {
    const profile = await this.#pick('Remove which profile?');
    if (!profile) return;
    const answer = await vscode.window.showWarningMessage(
      `Remove the profile “${profile.name}”?`,
      { modal: true, detail: 'Its key and secret are deleted from this machine, not from Komodo.' },
      'Remove',
    );
    if (answer === 'Remove') await this.#profiles.remove(profile);
  }

  async switch(): Promise<void> {
    const { current } = this.#profiles;
    const add = { label: '$(add) Add Profile…', profile: undefined };
    const items = this.#profiles.all.map((profile) => ({
      label: profile.name,
      description: shortAddress(profile),
      iconPath: new vscode.ThemeIcon(profile.kind === 'sandbox' ? 'beaker' : 'server'),
      ...(profile.id === current.id ? { detail: 'in use' } : {}),
      profile,
    }));
    const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, profile: undefined };
    const picked = await vscode.window.showQuickPick([...items, separator, add], {
      title: 'Komodo: Switch Profile',
      placeHolder: 'Which Core to work with in this workspace',
    });
    if (picked === add) await this.add();
    else if (picked?.profile) await this.#profiles.switchTo(picked.profile);
  }

  /** Tries the current profile out and says who answers, or what is wrong. */
  async test(): Promise<void> {
    const { current } = this.#profiles;
    try {
      const words =
        current.kind === 'sandbox' ? await this.#trySandbox() : await this.#tryCore(current);
      void vscode.window.showInformationMessage(words);
    } catch (error) {
      const actions = current.kind === 'sandbox' ? [] : ['Edit Profile…'];
      const answer = await vscode.window.showErrorMessage(
        `${current.name}: ${errorText(error)}`,
        ...actions,
      );
      if (answer !== undefined) await vscode.commands.executeCommand('komodo.editProfile');
    }
  }

  async #trySandbox(): Promise<string> {
    const { version } = await this.#connection.connect();
    return `The sandbox answers as Komodo ${version} does.`;
  }

  async #tryCore(profile: CoreProfile): Promise<string> {
    const credential = await this.#profiles.credential(profile);
    if (!credential)
      throw new Error('Its API key is not stored on this machine. Edit the profile.');
    return `${profile.name}: ${await tryOut(profile.address, credential)}`;
  }

  /** The current profile when it is a Core and the only one, else what somebody picks. */
  async #pick(placeHolder: string): Promise<CoreProfile | undefined> {
    const { cores, current } = this.#profiles;
    const [only, ...others] = cores;
    if (only && others.length === 0) return only;
    const inFront = (profile: Profile): number => (profile.id === current.id ? 0 : 1);
    const picked = await vscode.window.showQuickPick(
      [...cores]
        .sort((a, b) => inFront(a) - inFront(b))
        .map((profile) => ({ label: profile.name, description: shortAddress(profile), profile })),
      { placeHolder },
    );
    return picked?.profile;
  }
}

/**
 * Asks for a profile until it works, or somebody wants it all the same, or gives up.
 * @param stored the credential that counts when none is typed
 */
async function askAndTry(
  proposal: ProfileProposal,
  taken: readonly string[],
  stored: Credential | undefined,
): Promise<ProfileAnswers | undefined> {
  for (let proposed = proposal; ;) {
    const answers = await askProfile(proposed, taken);
    const credential = answers?.credential ?? stored;
    if (!answers || !credential) return undefined;
    const { name, address } = answers;
    try {
      const words = await tryOut(address, credential);
      void vscode.window.showInformationMessage(`${name}: ${words}`);
      return answers;
    } catch (error) {
      const choice = await vscode.window.showWarningMessage(
        `${name}: ${errorText(error)}`,
        { modal: true, detail: 'The profile is not saved yet.' },
        'Change…',
        'Save Anyway',
      );
      if (choice === 'Save Anyway') return answers;
      if (choice === undefined) return undefined;
      proposed = { ...proposed, name, address };
    }
  }
}

/** Who answers at an address, in a sentence. Rejects with the fault in words. */
async function tryOut(address: string, credential: Credential): Promise<string> {
  const client = createClient({ url: address, credential: () => Promise.resolve(credential) });
  const { version, fit, user, title } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `Asking ${address}…`,
      cancellable: true,
    },
    (_progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return testConnection(client, { signal: stop.signal });
    },
  );
  const who = `${title === '' ? 'Komodo' : title} ${version}, as ${user.name}`;
  return fit === 'newer' ? `${who}. It is newer than what this extension was held against.` : who;
}

/** A profile: where a Core is and under which name we show it. Its key and secret are kept elsewhere (profileStore). */
export interface CoreProfile {
  readonly kind: 'core';
  readonly id: string;
  readonly name: string;
  /** Origin and path below which Core answers, without a slash at the end: `https://komodo.lan`. */
  readonly address: string;
}

/** The embedded Core: it has no address and no credential of its own, both are made at each start. */
export interface SandboxProfile {
  readonly kind: 'sandbox';
  readonly id: 'sandbox';
  readonly name: string;
}

export type Profile = CoreProfile | SandboxProfile;

export const sandboxProfile: SandboxProfile = {
  kind: 'sandbox',
  id: 'sandbox',
  name: 'Sandbox (simulated)',
};

/** What is wrong with a value somebody types: an error keeps it from being accepted, a warning does not. */
export interface InputProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

const error = (message: string): InputProblem => ({ severity: 'error', message });
const warning = (message: string): InputProblem => ({ severity: 'warning', message });

/** A host that is this machine, or a name that the machine itself resolves without a network. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  host.startsWith('127.');

/** The address as we keep it: no slash at the end, no trailing spaces. Give it only what `addressProblem` lets through. */
export function normalizeAddress(typed: string): string {
  const url = new URL(typed.trim());
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** What is wrong with a typed address of a Core, or undefined. */
export function addressProblem(typed: string): InputProblem | undefined {
  const text = typed.trim();
  if (text === '') return error('Type the address of Core, for example https://komodo.example.com');
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return error(`Begin with https:// or http://, for example https://${text}`);
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) return error('This is not a valid address.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return error('Core is reached by https:// or http:// only.');
  }
  if (url.username !== '' || url.password !== '') {
    return error('Leave out the user and password: the API key is asked for next.');
  }
  if (url.search !== '' || url.hash !== '') {
    return error('Leave out everything from ? or # on.');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return warning('Over http:// the key and secret travel unencrypted.');
  }
  return undefined;
}

/** What is wrong with a profile's name, or undefined. `taken` are the names of the other profiles. */
export function nameProblem(typed: string, taken: readonly string[]): InputProblem | undefined {
  const name = typed.trim();
  if (name === '') return error('Give the profile a name.');
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  if ([...taken, sandboxProfile.name].some(same)) {
    return error(`There is already a profile "${name}".`);
  }
  return undefined;
}

/** What is wrong with one half of a credential, or undefined. The text itself is never part of the message. */
export function credentialProblem(typed: string, half: 'key' | 'secret'): InputProblem | undefined {
  const text = typed.trim();
  if (text === '') return error(`Paste the ${half}. Komodo shows it in Settings › API Keys.`);
  if (/[^\x21-\x7e]/.test(text)) {
    return error(`A ${half} of Komodo holds no spaces and only plain characters.`);
  }
  return undefined;
}

/** The name we propose for a new profile: the host, with its port where it is unusual. */
export function proposedName(address: string): string {
  return new URL(address).host;
}

/** What the status bar and the panel show behind the name: `komodo.lan` for `https://komodo.lan`. */
export function shortAddress(profile: Profile): string {
  return profile.kind === 'sandbox'
    ? 'on this machine'
    : profile.address.replace(/^https?:\/\//, '');
}

/** Where something runs, in the middle of a sentence: `the sandbox`, or a profile's name. */
export const placeName = (profile: Profile): string =>
  profile.kind === 'sandbox' ? 'the sandbox' : profile.name;

/** Reads one stored entry; undefined for what an older or newer version of us may have left behind. */
export function readStoredProfile(entry: unknown): CoreProfile | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id, name, address } = entry as Partial<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof address !== 'string') {
    return undefined;
  }
  if (addressProblem(address)?.severity === 'error') return undefined;
  return { kind: 'core', id, name, address };
}

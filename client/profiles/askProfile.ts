import * as vscode from 'vscode';
import type { Credential } from '../../api/index.ts';
import {
  addressProblem,
  credentialProblem,
  nameProblem,
  normalizeAddress,
  proposedName,
} from './profile.ts';
import type { InputProblem } from './profile.ts';

/** What somebody typed for a profile. Without a credential the stored one is meant to stay. */
export interface ProfileAnswers {
  readonly name: string;
  readonly address: string;
  readonly credential?: Credential;
}

/** What the questions propose, and whose they are. */
export interface ProfileProposal {
  /** Title of the dialogs. */
  readonly title: string;
  readonly name?: string;
  readonly address?: string;
  /** Address that the stored key belongs to: as long as it stays, key and secret may be left empty. */
  readonly keyFor?: string;
}

/**
 * Asks for address, key, secret and name, one after another. Undefined when somebody gives up on the way.
 * @param taken names of the other profiles
 */
export async function askProfile(
  proposal: ProfileProposal,
  taken: readonly string[],
): Promise<ProfileAnswers | undefined> {
  const ask = (step: number, options: InputOptions): Promise<string | undefined> =>
    askText({ ...options, title: `${proposal.title} (${step}/4)` });
  const typed = await ask(1, {
    prompt: 'Address of Komodo Core',
    placeHolder: 'https://komodo.example.com',
    value: proposal.address ?? '',
    problem: addressProblem,
  });
  if (typed === undefined) return undefined;
  const address = normalizeAddress(typed);

  // A stored key belongs to its address: for another one it is asked for again, so that it never goes astray.
  const keep = proposal.keyFor === address;
  const key = await ask(2, {
    prompt: 'API key (Komodo › Settings › API Keys)',
    placeHolder: keep ? 'Leave it empty to keep the stored one' : '',
    problem: (text) => (keep && text === '' ? undefined : credentialProblem(text, 'key')),
  });
  if (key === undefined) return undefined;
  const secret =
    key === ''
      ? ''
      : await ask(3, {
          prompt: 'Secret of the API key',
          password: true,
          problem: (text) => credentialProblem(text, 'secret'),
        });
  if (secret === undefined) return undefined;

  const name = await ask(4, {
    prompt: 'Name of the profile',
    value: proposal.name ?? proposedName(address),
    problem: (text) => nameProblem(text, taken),
  });
  if (name === undefined) return undefined;
  return {
    name: name.trim(),
    address,
    ...(key === '' ? {} : { credential: { key: key.trim(), secret: secret.trim() } }),
  };
}

interface InputOptions {
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string;
  readonly password?: boolean;
  readonly problem: (typed: string) => InputProblem | undefined;
}

async function askText({
  problem,
  ...options
}: InputOptions & { readonly title: string }): Promise<string | undefined> {
  return vscode.window.showInputBox({
    ...options,
    ignoreFocusOut: true,
    validateInput(typed) {
      const found = problem(typed);
      const { Error, Warning } = vscode.InputBoxValidationSeverity;
      return (
        found && { message: found.message, severity: found.severity === 'error' ? Error : Warning }
      );
    },
  });
}

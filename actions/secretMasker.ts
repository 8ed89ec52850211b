/** Secrets in what a script prints, masked while it prints. */
import { maskSecrets, type VariableValue } from './interpolate.ts';

export interface SecretMasker {
  /** What can be shown now: what may be the beginning of a secret waits for the rest. */
  push(text: string): string;
  /** What still waits. */
  end(): string;
}

/** As {@link maskSecrets}, for a text that comes piece by piece. */
export function secretMasker(variables: readonly VariableValue[]): SecretMasker {
  const secrets = variables.flatMap(({ value, is_secret: secret }) =>
    secret && value ? [value] : [],
  );
  let waiting = '';
  return {
    push(text) {
      const masked = maskSecrets(waiting + text, variables);
      const held = Math.max(0, ...secrets.map((secret) => beginningAtEnd(masked, secret)));
      waiting = masked.slice(masked.length - held);
      return masked.slice(0, masked.length - held);
    },
    end() {
      const rest = waiting;
      waiting = '';
      return rest;
    },
  };
}

/** How many characters at the end of a text are the beginning of a secret. */
function beginningAtEnd(text: string, secret: string): number {
  for (let length = Math.min(secret.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(secret.slice(0, length))) return length;
  }
  return 0;
}

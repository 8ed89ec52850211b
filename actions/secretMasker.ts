/** Secrets in what a rehearsal shows, masked. */
import type { VariableValue } from './interpolate.ts';

/** A text with `<NAME>` in place of every secret that stands there whole, as Core masks what a script prints. */
export function maskSecrets(text: string, variables: readonly VariableValue[]): string {
  return secretsOf(variables).reduce(
    (masked, { name, value }) => masked.replaceAll(value, `<${name}>`),
    text,
  );
}

/** The same value with `<NAME>` in place of every secret, wherever in its texts it stands. */
export function maskedValue<Value>(value: Value, variables: readonly VariableValue[]): Value {
  return JSON.parse(JSON.stringify(value), (_name, inner: unknown) =>
    typeof inner === 'string' ? maskSecrets(inner, variables) : inner,
  ) as Value;
}

export interface SecretMasker {
  /** What can be shown now: what may be the beginning of a secret waits for the rest. */
  push(text: string): string;
  /** What still waits. */
  end(): string;
}

/** As {@link maskSecrets}, for a text that comes piece by piece. */
export function secretMasker(variables: readonly VariableValue[]): SecretMasker {
  const secrets = secretsOf(variables);
  let waiting = '';
  return {
    push(text) {
      const masked = maskSecrets(waiting + text, variables);
      const held = Math.max(0, ...secrets.map(({ value }) => beginningAtEnd(masked, value)));
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

/** The longest first, as one may begin as another does. */
function secretsOf(
  variables: readonly VariableValue[],
): { readonly name: string; readonly value: string }[] {
  return variables
    .flatMap(({ name, value, is_secret }) => (is_secret && value ? [{ name, value }] : []))
    .sort((a, b) => b.value.length - a.value.length);
}

/** How many characters at the end of a text are the beginning of a secret. */
function beginningAtEnd(text: string, secret: string): number {
  for (let length = Math.min(secret.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(secret.slice(0, length))) return length;
  }
  return 0;
}

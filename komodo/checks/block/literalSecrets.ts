import { meaningOf, memberOf, flagOf, textOf, visitValues } from '../../resources/index.ts';
import type { Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { BlockRule } from '../rule.ts';

/** What to do instead, by the field that holds a secret. */
const advice: Readonly<Record<string, string>> = {
  webhook_secret:
    'Core fills no Variable in here. Leave it out, and set `webhook_secret` in its own configuration, for all webhooks',
  passkey:
    'Core fills no Variable in here. Leave it out, and set `passkey` in its own configuration',
  url: 'Keep it in a secret Variable, and write `[[NAME]]`',
};
const secretArgs = 'Keep it in a secret Variable, and write `[[NAME]]`';
const secretVariable =
  'Set it in the UI and leave it out of the file, or keep it under `secrets` in the configuration of Core';

/** A secret that can be read by whoever can read the file. */
export const literalSecrets: BlockRule = (resource) => {
  const { kind, datum, definition, schema } = resource;
  if (kind === 'variable') {
    const isSecret = flagOf(memberOf(datum, definition, 'is_secret')?.value, false);
    const value = textOf(memberOf(datum, definition, 'value')?.value);
    return isSecret && value && isLiteral(value.text) ? [secret(secretVariable, value.place)] : [];
  }
  const found: Finding[] = [];
  visitValues(schema, meaningOf(resource), ({ owner, field, datum: value }) => {
    const text = textOf(value);
    if (!text || owner?.kind !== 'struct' || !field || !isSecretField(owner.name, field.name))
      return;
    if (field.name === 'secret_args' ? holdsLiteral(text.text) : isLiteral(text.text))
      found.push(secret(advice[field.name] ?? secretArgs, text.place));
  });
  return found;
};

function isSecretField(owner: string, field: string): boolean {
  if (field === 'url') return /^(?:Slack|Discord|Pushover)AlerterEndpoint$/.test(owner);
  return field === 'webhook_secret' || field === 'passkey' || field === 'secret_args';
}

function secret(instead: string, place: Place): Finding {
  const message = `Who can read this file can read this secret. ${instead}.`;
  return { code: 'literal-secret', class: 'style', message, place };
}

/** Whether a line of `KEY=value` gives away the value. */
function holdsLiteral(args: string): boolean {
  return args.split('\n').some((line) => {
    const value = /^\s*[^#=\s][^=]*=\s*(.*?)\s*$/.exec(line)?.[1];
    return value !== undefined && isLiteral(value.replace(/^(["'])(.*)\1$/, '$2'));
  });
}

/** Not what is filled in, nor what stands in for it in an example. */
function isLiteral(text: string): boolean {
  const plain = text.trim();
  if (plain === '' || plain.includes('[[') || hasPlaceholder(plain)) return false;
  return !/^(?:<.*>|\*+|\.{3}|.*(?:change[-_ ]?me|your[-_ ]|placeholder|redacted|example|XXXX|secret here).*|todo|secret|password|token)$/i.test(
    plain,
  );
}

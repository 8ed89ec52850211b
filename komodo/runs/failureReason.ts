/** Why something failed, in the one line of its log that says it. */
import { plainText } from './styledText.ts';

/** What Core's wrapper around scripts prints before whatever a script has thrown. */
const thrown = '🚨 Action exited early with errors 🚨\n';

/**
 * @param text what Core, or a script on it, has written as it failed: its errors number their causes, the last of which is
 * the first to have happened; a script's begin with what it threw
 * @returns one line without markup
 */
export function failureReason(text: string): string {
  const plain = plainText(text).trim();
  // What Core 2.3 says of any DeployStackIfChanged that could not begin.
  if (plain.includes('id is not ObjectId'))
    return 'Core lost the reason; DeployStack would tell it';
  const at = plain.lastIndexOf(thrown);
  if (at >= 0) return thrownReason(plain.slice(at + thrown.length));
  const [, byDeno] = /^error: (?:Uncaught )?(?:\(in promise\) )?(.+)$/m.exec(plain) ?? [];
  if (byDeno !== undefined) return withoutClass(byDeno);
  return plain
    .split('\n')
    .at(-1)!
    .trim()
    .replace(/^\d+: /, '')
    .replace(/^ERROR: /, '');
}

/** An error of Core's that a script met is shown by its status and as JSON; any other by its message and where it was. */
function thrownReason(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  if (!/^Status: \d+$/.test(first)) return withoutClass(first.trim());
  try {
    const { error, trace } = JSON.parse(rest.join('\n')) as { error?: unknown; trace?: unknown };
    const cause: unknown = Array.isArray(trace) ? trace.at(-1) : undefined;
    const said = [error, cause].filter((part) => typeof part === 'string');
    return said.length > 0 ? said.join(': ') : first;
  } catch {
    return first;
  }
}

/** `Error: no such file` says no more than what is behind it; `TypeError` does. */
const withoutClass = (message: string): string => message.replace(/^Error: (?=.)/, '');

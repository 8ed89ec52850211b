/** Scripts that TypeScript is not given: nobody writes one of that length, and it would need seconds for each key. */
import type { ScriptFinding } from './finding.ts';

/** In UTF-16 code units. */
export const longestScript = 256 * 1024;

/** What is to be said of a script in place of its findings; undefined of one that can be looked at. */
export function tooLong(text: string): ScriptFinding | undefined {
  if (text.length <= longestScript) return undefined;
  const sizes = `${Math.round(text.length / 1024)} of at most ${longestScript / 1024} KiB`;
  return {
    code: 'script-unchecked',
    class: 'style',
    message: `This script is too long to be checked: ${sizes}.`,
    start: 0,
    end: 1,
  };
}

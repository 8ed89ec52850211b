/** What comments of a script have ignored, of what TypeScript's own server finds there. */
import type ts from 'typescript';
import { ignoredIn as ignoredInScript, ignores } from '../../komodo/checks/ignoredInScript.ts';

/** What we call a hint of TypeScript's, and what an error: there are more names for those, see docs/diagnostics. */
const hint = ['script-hint'];
const error = ['script-type', 'script-syntax', 'unknown-request', 'of-another-version'];

/** Whether a comment has a diagnostic ignored, by its number or by one of our names for it. */
export function ignoredIn(
  script: string,
): (
  diagnostic: Pick<ts.Diagnostic, 'code' | 'start' | 'reportsUnnecessary' | 'reportsDeprecated'>,
) => boolean {
  const ignored = ignoredInScript(script);
  return ({ code: number, start = 0, reportsUnnecessary, reportsDeprecated }) =>
    (reportsUnnecessary || reportsDeprecated ? hint : error).some((code) =>
      ignored.some((each) => ignores(each, { code, number, start })),
    );
}

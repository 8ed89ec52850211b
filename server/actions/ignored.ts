/** What is found in a script and a comment of it says to ignore; of other findings komodo/checks sees to that. */
import { ignoredIn, ignores, isOfTypeScript } from '../../komodo/checks/index.ts';
import type { ScriptFinding } from './finding.ts';

/** What is left of the findings in a script. */
export function withoutIgnored(
  findings: readonly ScriptFinding[],
  script: string,
): readonly ScriptFinding[] {
  const ignored = ignoredIn(script);
  return findings.filter((found) => !ignored.some((each) => ignores(each, found)));
}

/** The codes that comments ignore where they are not among the findings. */
export function unusedIgnores(
  findings: readonly ScriptFinding[],
  script: string,
): readonly ScriptFinding[] {
  return ignoredIn(script)
    .filter(({ code }) => isOfTypeScript(code))
    .filter((each) => !findings.some((found) => ignores(each, found)))
    .map(({ code, start, end }) => {
      const message = `There is no \`${code}\` to ignore here.`;
      return { code: 'unused-ignore', class: 'style', message, start, end };
    });
}

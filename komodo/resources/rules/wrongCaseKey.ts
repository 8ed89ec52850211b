import { folded } from '../similarNames.ts';
import { ignored, knownNames, type Rule, tableName } from './rule.ts';

/** A key that Core knows, written with another case or other separators: `[[resource-sync]]`, `[[Stack]]`, `autoUpdate`. */
export const wrongCaseKey: Rule = (passed) => {
  const { owner, entry } = passed;
  const known = knownNames(owner).find((name) => folded(name) === folded(entry.name));
  if (known === undefined) return undefined;
  const what =
    owner.name === undefined ? `\`${entry.name}\` and all that is in it` : `\`${entry.name}\``;
  const message = `Core ignores ${what}: ${tableName(passed)} has \`${known}\`.`;
  return ignored(passed, 'wrong-case-key', message, { suggestions: [known] });
};

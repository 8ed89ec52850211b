import { similarNames } from '../similarNames.ts';
import { ignored, knownNames, type Rule, tableName } from './rule.ts';

/** A key that no table around here knows. */
export const unknownKey: Rule = (passed) => {
  const { owner, entry } = passed;
  const suggestions = similarNames(entry.name, knownNames(owner));
  const meant = suggestions[0] === undefined ? '' : ` Did you mean \`${suggestions[0]}\`?`;
  const message = `Core ignores \`${entry.name}\`: it is no key of ${tableName(passed)}.${meant}`;
  return ignored(
    passed,
    'unknown-key',
    message,
    suggestions.length > 0 ? { suggestions } : undefined,
  );
};

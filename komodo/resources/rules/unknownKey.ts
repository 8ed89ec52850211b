import { similarNames } from '../similarNames.ts';
import { inOtherWords, saidElsewhere } from './otherWords.ts';
import { ignored, knownNames, type Rule, tableName } from './rule.ts';

/** A key that no table around here knows. */
export const unknownKey: Rule = (passed) => {
  const { owner, entry } = passed;
  const known = knownNames(owner);
  const meantAs = inOtherWords(entry.name, known);
  const suggestions = meantAs.length > 0 ? meantAs : similarNames(entry.name, known);
  const elsewhere = saidElsewhere(entry.name);
  if (elsewhere !== undefined) {
    const message = `Core ignores \`${entry.name}\`: it is no key of ${tableName(passed)}. ${elsewhere}`;
    const isHere =
      known.includes('extra_args') &&
      !owner.table.entries.some(({ name }) => name === 'extra_args');
    return ignored(
      passed,
      'unknown-key',
      message,
      isHere ? { rewrite: 'as-extra-arg' } : undefined,
    );
  }
  const meant = suggestions[0] === undefined ? '' : ` Did you mean \`${suggestions[0]}\`?`;
  const message = `Core ignores \`${entry.name}\`: it is no key of ${tableName(passed)}.${meant}`;
  return ignored(
    passed,
    'unknown-key',
    message,
    suggestions.length > 0 ? { suggestions } : undefined,
  );
};

import { availability } from '../../schema/index.ts';
import { inOtherWords } from './otherWords.ts';
import { ignored, knownNames, type Rule } from './rule.ts';

/** A key that other versions of Komodo know. */
export const keyOfAnotherVersion: Rule = (passed) => {
  const { walk, owner, entry } = passed;
  if (owner.definition.kind !== 'struct') return undefined;
  const versions = availability(owner.definition.name, entry.name);
  if (!versions) return undefined;
  const since = versions.first === undefined ? '' : ` since ${versions.first}`;
  const until = versions.last === undefined ? '' : ` until ${versions.last}`;
  const suggestions = inOtherWords(entry.name, knownNames(owner));
  const now = suggestions[0] === undefined ? '' : ` Write \`${suggestions[0]}\`.`;
  const message = `Core ${walk.schema.version} ignores \`${entry.name}\`: Komodo has it${since}${until}.${now}`;
  const data = suggestions.length > 0 ? { suggestions } : undefined;
  return ignored(passed, 'key-of-another-version', message, data);
};

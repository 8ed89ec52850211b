import type { Json } from '../../komodo/resources/index.ts';
import { BadQuestion } from './question.ts';

/** One of a few words. Throws a {@link BadQuestion} with serde's message for anything else. */
export function choiceOf<T extends string>(value: Json, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  if (typeof value !== 'string') throw new BadQuestion('invalid type, expected string or map');
  const expected = choices.map((choice) => `\`${choice}\``).join(' or ');
  throw new BadQuestion(`unknown variant \`${value}\`, expected ${expected}`);
}

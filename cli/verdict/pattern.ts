/** `verdict pattern`: which names a pattern picks. */
import { matchPattern, problemText, readPattern } from '../../komodo/patterns/index.ts';
import type { RegexEngine } from '../../komodo/patterns/index.ts';
import { choiceIn, textIn, textsIn } from './question.ts';
import type { Question } from './question.ts';

/**
 * `{id, pattern, names, mode?}` → `{id, ok, matches | error, chain | panic, items}`, in this order of keys.
 *
 * @throws BadQuestion
 */
export function answerPattern(question: Question, engine: RegexEngine): object {
  const text = textIn(question, 'pattern');
  const names = textsIn(question, 'names');
  const pattern = readPattern(text, choiceIn(question, 'mode', ['batch', 'group']));
  const items = pattern.items.map((item) => ({ item: item.text, kind: item.kind }));
  const { names: matches, problem } = matchPattern(pattern, names, engine);
  const id = question.id ?? null;
  if (!problem) return { id, ok: true, matches, items };
  return problem.kind === 'panic'
    ? { id, ok: false, panic: problem.message, items }
    : { id, ok: false, error: problemText(problem), chain: problem.chain, items };
}

import {
  matchPattern,
  problemText,
  readPattern,
  type RegexEngine,
} from '../komodo/patterns/index.ts';
import { Refusal, type RehearsedState } from './rehearsedState.ts';
import type { Item, Question } from './requests.ts';

/**
 * The names for which Core would execute a batch, in their order. Throws Refusal.
 * @param regexEngine without it there are none
 */
export async function batchTargets(
  { type, params }: Question,
  state: RehearsedState,
  regexEngine: RegexEngine | undefined,
): Promise<readonly string[]> {
  const [, kind = 'Deployment'] =
    /(Stack|Build|Repo|Procedure|Action)(?:IfChanged)?$/.exec(type.replace('BuildRepo', 'Repo')) ??
    [];
  const { pattern, tags = [] } = params;
  if (!regexEngine || typeof pattern !== 'string') return [];
  const question = { type: `List${kind}s`, params: { query: { tags }, limit: 0 } };
  const items = (await state.read(question)) as readonly Item[];
  const names = items.map(({ name }) => String(name));
  const { names: picked, problem } = matchPattern(
    readPattern(pattern, 'batch'),
    names,
    regexEngine,
  );
  if (problem) throw Refusal.of(500, problemText(problem));
  return picked;
}

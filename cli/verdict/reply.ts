import { isObject, type Json, jsonText } from '../../komodo/resources/index.ts';
import { exactJson, NoJson } from './exactJson.ts';
import { BadQuestion, type Verdict } from './question.ts';

/** Says something about one question; throws a BadQuestion where it is none. */
export type Answer = (question: Json) => Verdict;

/** The line that answers a line: the question's `id` first, then the verdict, or why the line is no question. */
export function reply(line: string | Uint8Array, answer: Answer): string {
  let question: Json;
  try {
    question = exactJson(typeof line === 'string' ? Buffer.from(line) : line);
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    return written(null, [['bad_question', error.message]]);
  }
  const id = isObject(question) ? (question.get('id') ?? null) : null;
  try {
    return written(id, answer(question));
  } catch (error) {
    if (!(error instanceof BadQuestion)) throw error;
    return written(id, [['bad_question', error.message]]);
  }
}

function written(id: Json, verdict: Verdict): string {
  return jsonText(new Map<string, Json>([['id', id], ...verdict]));
}

import { isObject, type Json, jsonText } from '../../komodo/resources/index.ts';
import { JsonError, parseJson } from './parseJson.ts';
import { BadQuestion, type Verdict } from './question.ts';

/** Says something about one question; throws a BadQuestion where it is none. */
export type Answer = (question: Json) => Verdict;

/** The line that answers a line: the question's `id` first, then the verdict, or why the line is no question. */
export function reply(line: string, answer: Answer): string {
  let question: Json;
  try {
    question = parseJson(line);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
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

/** The answer to a line as it was read: one that is no UTF-8 is no question. */
export function replyToBytes(line: Uint8Array, answer: Answer): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(line);
  const invalid = text.includes('\ufffd') ? firstDifference(line, Buffer.from(text)) : -1;
  if (invalid < 0) return reply(text, answer);
  const message = `invalid unicode code point at line 1 column ${invalid + 1}`;
  return written(null, [['bad_question', message]]);
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  return a.findIndex((byte, at) => byte !== b[at]);
}

function written(id: Json, verdict: Verdict): string {
  return jsonText(new Map<string, Json>([['id', id], ...verdict]));
}

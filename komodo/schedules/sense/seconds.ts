/** "at second 30", "10 seconds past every minute": seconds of each minute. */
import { groupFor } from './draft.ts';
import type { Clause } from './draft.ts';
import { listOf, take, words } from './reader.ts';
import { number, numberOf, ordinal, ordinalOf } from './vocabulary.ts';

const ofTheMinute = '(?: (?:of|past|after|into|in) (?:every|each|the|a) minute)';

const written = {
  named: words(`(?:at |on )?(?:the )?second (?<second>\\d{1,2})${ofTheMinute}?`),
  counted: words(
    `(?:at (?<at>${number}) seconds?${ofTheMinute}?|(?<past>${number}) seconds?${ofTheMinute})`,
  ),
  nth: words(`(?:at |on )?the (?<nth>${ordinal}) second${ofTheMinute}`),
};

export const readSeconds: Clause = (reader, draft) => {
  const seconds = listOf(reader, () => {
    const named = take(reader, written.named);
    if (named) return Number(named.second);
    const counted = take(reader, written.counted);
    if (counted) return numberOf(counted.at ?? counted.past!);
    const nth = take(reader, written.nth);
    return nth && ordinalOf(nth.nth!);
  });
  if (!seconds || seconds.some((second) => second > 59)) return false;
  groupFor(draft, 'times').seconds.push(...seconds);
  return true;
};

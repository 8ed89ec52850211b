/** English that this check makes no sense of, though Core makes a schedule of it. */
import type { Cron } from '../cron/cron.ts';
import { cronOf } from '../meaning/englishOf.ts';
import { runsInWords } from '../meaning/inWords.ts';
import { listInWords } from '../meaning/lists.ts';
import { valuesOf } from '../meaning/values.ts';
import { month, number, ordinal, weekday, weekdayGroup } from '../sense/vocabulary.ts';
import type { ScheduleFinding } from './finding.ts';

/**
 * A surprise where it becomes every minute or second, which is what Core makes of words that mean nothing to it, and
 * where Core passes over words that say when.
 * @param cron what Core makes of the text
 */
export function checkNotUnderstood(text: string, cron: Cron): ScheduleFinding {
  const isEveryMinute = valuesOf(cron.minutes).length === 60 && valuesOf(cron.hours).length === 24;
  const isEverySecond = valuesOf(cron.seconds).length === 60;
  const isOften = (isEveryMinute || isEverySecond) && !eachOne.test(text);
  const runs = runsInWords([cron]);
  const common = { code: 'schedule-not-understood', part: 'schedule', fixes: [] } as const;
  const passed = isOften ? [] : passedOver(text);
  if (passed.length > 0)
    return {
      ...common,
      class: 'surprising',
      message: `Core passes over ${listInWords(passed.map((words) => `“${words}”`))} and runs this ${runs}. Write it in other words, or as cron.`,
    };
  return {
    ...common,
    class: isOften ? 'surprising' : 'style',
    message: isOften
      ? `Core understands little of this and runs it ${runs}.`
      : `Core runs this ${runs}; what all of it means is not plain.`,
  };
}

/** Not "every second day". */
const eachOne =
  /\b(?:every|each|per|a) +(?:1 +|one +|single +)?(?:min|sec)[a-z]*(?![a-z]| +(?:min|hour|day|week|month|year|mon|tue|wed|thu|fri|sat|sun))/i;

/** Words that say when, each of them; not the number in a name, as in "nas2", nor "first minute", which is minute 0. */
const sayingWhen = new RegExp(
  `(?<![\\p{L}\\p{N}.:_-])(?!(?:first|1st) +(?:second|minute|hour))(?:\\d[\\d:./-]*(?:st|nd|rd|th|am|pm|[smhd])?|:\\d\\d|${number}|${ordinal}|${weekday}|${weekdayGroup}|${month}|` +
    'other|alternate|half|quarters?|last|noon|midnight|hourly|daily|weekly|monthly|yearly)(?![\\p{L}\\p{N}_])',
  'giu',
);

/** The words that say when, and without which Core would make the same of the text. */
function passedOver(text: string): readonly string[] {
  const all = cronOf(text);
  return Array.from(text.matchAll(sayingWhen))
    .filter(({ 0: word, index }) => {
      const rest = `${text.slice(0, index)} ${text.slice(index + word.length)}`;
      return cronOf(rest) === all;
    })
    .map(([word]) => word);
}

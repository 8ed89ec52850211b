/** A schedule in English for a cron expression: one that Core turns into just the same runs, and that says so. */
import { readCron } from '../cron/cron.ts';
import type { Cron } from '../cron/cron.ts';
import { CronError } from '../cron/error.ts';
import { mark } from '../cron/field.ts';
import { englishToCron } from '../english/english-to-cron.ts';
import { EnglishError } from '../english/error.ts';
import { cronText } from '../sense/cronText.ts';
import { senseOf } from '../sense/sense.ts';
import { firesAlike, isSameCron } from './alike.ts';
import {
  clockInWords,
  isRange,
  listInWords,
  monthNames,
  ordinalInWords,
  stepOf,
  weekdayNames,
} from './lists.ts';
import { valuesOf } from './values.ts';

/** The expression that Core makes of English, without the year. Undefined where it refuses. */
export function cronOf(english: string): string | undefined {
  try {
    const expression = englishToCron(english).split(' ').slice(0, 6).join(' ');
    readCron(expression);
    return expression;
  } catch (error) {
    if (error instanceof EnglishError || error instanceof CronError) return undefined;
    throw error;
  }
}

/** Undefined where Core's English has no words for it, or only such as say something else. */
export function englishOf(cron: Cron): string | undefined {
  return candidates(cron).find((phrase) => becomes(phrase, cron) && says(phrase, cron));
}

function becomes(phrase: string, cron: Cron): boolean {
  const expression = cronOf(phrase);
  return expression !== undefined && isSameCron(readCron(expression), cron);
}

function says(phrase: string, cron: Cron): boolean {
  return (senseOf(phrase)?.readings ?? []).some(
    ({ rules, overrun }) =>
      rules.length > 0 &&
      overrun === undefined &&
      firesAlike(
        rules.map((rule) => readCron(cronText(rule))),
        [cron],
      ),
  );
}

/** Phrases that could do, the plainest first. */
function candidates(cron: Cron): readonly string[] {
  if (valuesOf(cron.years).length < 5000) return [];
  const days = dayPhrases(cron);
  const [months, inMonths] = monthPhrases(cron);
  const phrases: string[] = [];
  for (const time of timePhrases(cron)) {
    // "Every 5 minutes on Mondays", but "Every Monday at 09:00".
    const isInterval = time.startsWith('every');
    for (const day of isInterval ? days.toReversed() : days)
      if (day.endsWith(' of')) phrases.push(sentence([day, months, time]));
      else if (isInterval)
        phrases.push(sentence([time, day, inMonths]), sentence([day, time, inMonths]));
      else phrases.push(sentence([day, time, inMonths]), sentence([time, day, inMonths]));
  }
  return phrases;
}

function sentence(parts: readonly string[]): string {
  const text = parts.filter(Boolean).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function timePhrases(cron: Cron): readonly string[] {
  const [hours, minutes, seconds] = [cron.hours, cron.minutes, cron.seconds].map(valuesOf) as [
    readonly number[],
    readonly number[],
    readonly number[],
  ];
  const isOnMinute = seconds.length === 1 && seconds[0] === 0;
  const allHours = hours.length === 24;
  if (!isOnMinute) return allHours && minutes.length === 60 ? intervals(seconds, 60, 'second') : [];
  if (minutes.length > 1) return allHours ? intervals(minutes, 60, 'minute') : [];
  const [minute = 0] = minutes;
  const phrases = minute === 0 ? [...intervals(hours, 24, 'hour')] : [];
  if (minute === 0 && hours.length > 2 && isRange(hours))
    phrases.push(
      `every hour between ${clockInWords(hours[0]!, 0)} and ${clockInWords(hours.at(-1)!, 0)}`,
    );
  if (hours.length <= 6)
    phrases.push(`at ${listInWords(hours.map((hour) => clockInWords(hour, minute)))}`);
  return phrases;
}

function intervals(values: readonly number[], end: number, unit: string): readonly string[] {
  if (values.length === end) return [`every ${unit}`];
  const step = values[0] === 0 ? stepOf(values, end) : undefined;
  return step === undefined ? [] : [`every ${step} ${unit}s`];
}

function dayPhrases(cron: Cron): readonly string[] {
  const named = [1, 2, 3, 4, 5, 6, 0].filter((day) => cron.weekdays.marks[day]! & mark.plain);
  const isCounted = cron.weekdays.marks.some((marked) => marked & ~mark.plain);
  const days = valuesOf(cron.days);
  if (isCounted || cron.days.last || cron.days.marks.some((marked) => marked & mark.nearest))
    return [];
  if (named.length < 7) return days.length === 31 ? weekdayPhrases(named) : [];
  return days.length === 31 ? ['every day', ''] : monthDayPhrases(days);
}

function weekdayPhrases(named: readonly number[]): readonly string[] {
  const names = named.map((day) => weekdayNames[day]!);
  const range = names.length > 2 ? [`${names[0]} through ${names.at(-1)}`] : [];
  const list = [
    `every ${listInWords(names)}`,
    `on ${listInWords(names.map((name) => `${name}s`))}`,
  ];
  return [...range, ...list, ...range];
}

function monthDayPhrases(days: readonly number[]): readonly string[] {
  const ordinals = listInWords(days.map(ordinalInWords));
  const step = days[0] === 1 ? stepOf(days, 32) : undefined;
  return [
    ...(step === undefined ? [] : [`every ${step} days`]),
    ...(days.length > 2
      ? []
      : [
          `on the ${ordinals} of`,
          `on the ${ordinals} day of the month`,
          `on the ${ordinals} of the month`,
        ]),
  ];
}

/** "January and July", as it follows on "the 1st of"; and "in January and July", as it stands alone. */
function monthPhrases(cron: Cron): readonly [string, string] {
  const values = valuesOf(cron.months);
  if (values.length === 12) return ['', ''];
  const names = values.map((value) => monthNames[value - 1]!);
  const list = listInWords(names);
  const isRun = isRange(values) && names.length > 1;
  return [list, isRun ? `from ${names[0]!} to ${names.at(-1)!}` : `in ${list}`];
}

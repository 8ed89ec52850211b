/** English that Core takes for something else than it says. */
import { readCron } from '../cron/cron.ts';
import type { Cron } from '../cron/cron.ts';
import { cronOf } from '../meaning/englishOf.ts';
import { isSameCron } from '../meaning/alike.ts';
import { runsInWords } from '../meaning/inWords.ts';
import { clockInWords, listInWords } from '../meaning/lists.ts';
import type { Span } from '../sense/reader.ts';
import { senseOf } from '../sense/sense.ts';
import type { Sense } from '../sense/sense.ts';
import type { ScheduleFinding } from './finding.ts';
import { checkNotUnderstood } from './notUnderstood.ts';
import { meaningOf, meantBy, saysInWords } from './says.ts';
import type { Meaning } from './says.ts';
import { adviceFor, fixesFor, sayableOf } from './suggestions.ts';

/** @param cron what Core makes of the text */
export function checkMeaning(
  text: string,
  sense: Sense | undefined,
  cron: Cron,
  now: Date,
): readonly ScheduleFinding[] {
  if (!sense) return [checkNotUnderstood(text, cron)];
  const meanings = sense.readings.map(meaningOf);
  const meant = sense.once ? undefined : meantBy(meanings, cron);
  if (!meant) return [otherMeaning(text, sense, meanings, cron, now)];
  return [
    ...unevenness(meant, cron),
    ...lastHour(meant, meanings, now),
    ...unknownWords(text, sense, cron),
  ];
}

function otherMeaning(
  text: string,
  sense: Sense,
  meanings: readonly Meaning[],
  cron: Cron,
  now: Date,
): ScheduleFinding {
  const ignored = ignoredClause(text, sense, cron);
  const passesOver = [
    ...(ignored ? [ignored] : []),
    ...sense.unknown.filter(({ start }) => start > sense.clauses[0]!.start),
  ];
  // What to write for them only who has said them knows.
  const vague = sense.unknown.some(({ start, end }) => / hours$/i.test(text.slice(start, end)));
  const fixes = sense.once || vague ? [] : fixesFor(meanings, now);
  const says = sense.once ? 'to run once' : saysInWords(sayableOf(meanings) ?? meanings[0]!);
  const advice = sense.once
    ? ' A schedule always repeats.'
    : vague
      ? ' Write the hours themselves, such as `between 9:00 and 17:00`.'
      : adviceFor(meanings, fixes);
  return {
    code: 'schedule-other-meaning',
    class: 'surprising',
    message: `This says ${says}, but Core runs it ${runsInWords([cron])}.${passingOver(text, passesOver)}${advice}`,
    part: 'schedule',
    ...(ignored && { span: ignored }),
    fixes,
  };
}

function passingOver(text: string, spans: readonly Span[]): string {
  return spans.length === 0
    ? ''
    : ` It passes over ${listInWords(spans.map((span) => quoted(text, span)))}.`;
}

/** The part of the text that Core leaves out, if that explains all: what remains says what Core does. */
function ignoredClause(text: string, { clauses }: Sense, cron: Cron): Span | undefined {
  if (clauses.length < 2 || clauses.length > mostClauses) return undefined;
  return clauses.find(({ start, end }) => {
    const rest = `${text.slice(0, start)} ${text.slice(end)}`;
    const without = cronOf(rest);
    if (without === undefined || !isSameCron(readCron(without), cron)) return false;
    const sense = senseOf(rest);
    return (
      sense !== undefined &&
      !sense.once &&
      meantBy(sense.readings.map(meaningOf), cron) !== undefined
    );
  });
}

/** A longer sentence has no one part to blame. */
const mostClauses = 8;

function quoted(text: string, { start, end }: Span): string {
  return `“${text.slice(start, end).trim()}”`;
}

/** More often than by this factor is not what was said. */
const tolerance = 1.1;

/** "every 45 minutes" is minute 0 and 45 of every hour. */
function unevenness({ interval }: Meaning, cron: Cron): readonly ScheduleFinding[] {
  if (!interval?.instead) return [];
  const { says, perDay, instead } = interval;
  return [
    {
      code: 'schedule-uneven',
      class: instead.perDay > perDay * tolerance ? 'surprising' : 'style',
      message: `Core counts ${says} anew from the start of each ${instead.anew}: it runs ${runsInWords([cron])}.`,
      part: 'schedule',
      fixes: [],
    },
  ];
}

/** "between 9:00 and 17:00" is until 17:59. */
function lastHour(
  { overrun }: Meaning,
  meanings: readonly Meaning[],
  now: Date,
): readonly ScheduleFinding[] {
  if (overrun === undefined) return [];
  const last = clockInWords(Math.floor(overrun / 3600), Math.floor(overrun / 60) % 60);
  const fixes = fixesFor(meanings, now);
  return [
    {
      code: 'schedule-last-hour',
      class: 'style',
      message: `Core takes the last hour in whole: the last run of the day is at ${last}.${adviceFor(meanings, fixes)}`,
      part: 'schedule',
      fixes,
    },
  ];
}

/** Words before all others say what is run; others may be about when. */
function unknownWords(
  text: string,
  { unknown, clauses }: Sense,
  cron: Cron,
): readonly ScheduleFinding[] {
  const first = clauses[0]!.start;
  const later = unknown.filter(
    ({ start, end }) => start > first || limit.test(text.slice(start, end)),
  );
  const [only] = later;
  if (!only) return [];
  const limits = later.some(({ start, end }) => limit.test(text.slice(start, end)));
  return [
    {
      code: 'schedule-unknown-words',
      class: limits ? 'surprising' : 'style',
      message: `Core runs this ${runsInWords([cron])}.${passingOver(text, later)}`,
      part: 'schedule',
      ...(later.length === 1 && { span: only }),
      fixes: [],
    },
  ];
}

/** Words that say when a schedule is to run, or is not. */
const limit =
  /^(?:winter|summer|spring|autumn|fall|season|holidays?|vacations?|terms?|dawn|dusk|sunrise|sunset|random(?:ly)?|(?:except|excluding|but|not|without|skip|unless).*|.* hours)$/i;

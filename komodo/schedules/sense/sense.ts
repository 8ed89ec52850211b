/**
 * What a person means by a schedule in English, whatever Core makes of it. Words are taken as people use them; where
 * they can be taken in several ways all of them are kept. It is better not to understand than to misunderstand.
 */
import { readFiller, readOnce, readZone } from './asides.ts';
import { readClocks, readPartsOfDay } from './clocks.ts';
import { readDates } from './dates.ts';
import { daysOf, type DaysOfYear } from './days.ts';
import { completed, newDraft } from './draft.ts';
import type { Clause, Draft } from './draft.ts';
import { readExceptions } from './exceptions.ts';
import { readMinutes, readOpenWindow, readStart, readWindow } from './hours.ts';
import { readInterval, readTimesPer, readUnitAlone } from './intervals.ts';
import { readMonthDays } from './monthDays.ts';
import { readMonths, readOpenMonths, readYears } from './months.ts';
import { readParity } from './parity.ts';
import { isAtEnd, newReader, sees, take, takeJoint, words } from './reader.ts';
import type { Reader, Span } from './reader.ts';
import { merged } from './rules.ts';
import { readSeconds } from './seconds.ts';
import type { Rule } from './rules.ts';
import { timesOf } from './times.ts';
import type { Interval, TimesOfDay } from './timesOfDay.ts';
import { month, number, ordinal, unit, weekday, weekdayGroup } from './vocabulary.ts';
import { readEveryOther, readWeekdays } from './weekdays.ts';

/** One way to take a phrase. */
export interface Reading {
  /** Local times, all of them together. Empty where cron cannot say it. */
  readonly rules: readonly Rule[];
  /** What was said, where the times that it comes to are harder to read. */
  readonly says?: string;
  /** How often a day it runs, where the time is left open: any is as good. */
  readonly openTime?: string;
  /** How often it runs, where the day is left open. */
  readonly openDay?: string;
  /** Between times of a day, or between days. */
  readonly interval?: Interval & { readonly ofDays: boolean };
  /** What else was said, beside an interval that cron has not. */
  readonly beside?: { readonly days: DaysOfYear; readonly times: readonly TimesOfDay[] };
  /** An interval and times that do not go together: only one of both can be meant. */
  readonly either?: boolean;
  /** The last run of a day, in seconds since midnight, that is after the end that was said. */
  readonly overrun?: number;
}

export interface Sense {
  /** The likeliest first. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** Words for one single run. */
  readonly once?: Span;
  readonly zone?: { readonly name: string; readonly span: Span };
  /** The parts of the phrase that mean something, in their order. */
  readonly clauses: readonly Span[];
  /** Words that nothing is known about. */
  readonly unknown: readonly Span[];
}

/** The first that finds something decides, so the order matters. */
const clauses: readonly Clause[] = [
  readExceptions,
  readTimesPer,
  readOnce,
  readZone,
  readEveryOther,
  readParity,
  readMonthDays,
  readDates,
  readMinutes,
  readSeconds,
  readStart,
  readOpenMonths,
  readYears,
  readWindow,
  readOpenWindow,
  readClocks,
  readInterval,
  readPartsOfDay,
  readWeekdays,
  readMonths,
  readUnitAlone,
];

/** Longer phrases are no schedules. */
const longest = 300;
/** Ways to take a phrase that are looked at. */
const mostReadings = 16;

/** Undefined where the words are not understood. */
export function senseOf(phrase: string): Sense | undefined {
  if (phrase.length > longest) return undefined;
  const readings: Reading[] = [];
  let told: Draft | undefined;
  const open: (readonly number[])[] = [[]];
  for (let count = 0; count < mostReadings && count < open.length; count++) {
    const taken = open[count]!;
    const reader = newReader(phrase, taken);
    const draft = draftOf(reader);
    const reading = draft && readingOf(draft, reader);
    reader.ways.slice(taken.length).forEach((ways, question) => {
      const before = [...taken, ...Array<number>(question).fill(0)];
      for (let way = 1; way < ways; way++) open.push([...before, way]);
    });
    if (!reading) continue;
    const same = JSON.stringify(reading.rules);
    if (!readings.some(({ rules }) => rules.length > 0 && JSON.stringify(rules) === same))
      readings.push(reading);
    told ??= draft;
  }
  const [likeliest, ...others] = readings;
  if (!likeliest || !told) return undefined;
  const { once, zone, clauses: spans, unknown } = told;
  return {
    readings: [likeliest, ...others],
    clauses: spans,
    unknown,
    ...(once && { once }),
    ...(zone && { zone }),
  };
}

const only = words('(?:and )?only');
/** "for 10 minutes" is no schedule. */
const duration = words(`for (?:an?|${number}) ${unit}`);
const mark = /[.;:!?()"'-]/uy;
/** With what is written on behind a colon: of "T03:00" nothing is a time. */
const anyWord = /[\p{L}\p{M}\p{N}_'#]+(?::\p{N}+)*|./uy;
/** Words that mean something, and so must not be passed over. */
const known = words(
  `${unit}|${weekday}|${weekdayGroup}|${month}|${number}|${ordinal}|\\d.*|every|each|except|excluding|excluded|exempt|off|but|not|never|` +
    'without|unless|no|skip|between|from|to|until|till|through|thru|starting|beginning|ending|end|after|before|since|' +
    'past|last|half|quarters?|noon|midnight|other|alternate|few|several|twice|morning|evening|afternoon|night|am|pm|' +
    'bi-?\\w+ly|semi-?\\w+ly|decades?|odd|even|at|on|in|the|m-?w-?f',
);

/** "business hours": they are not the same for everybody. */
const unknownHours = words('(?:business|office|working|work|opening|peak|off-peak|school) hours');
/** "except holidays" */
const unknownException = new RegExp(
  `(?:except|excluding|but not|not|without|skip|skipping|unless)(?: +(?:on|in|the|during|for|it'?s))* +(?!${known.source})[a-z]+`,
  'uy',
);

/** Undefined where some known word stands where it makes no sense. */
function draftOf(reader: Reader): Draft | undefined {
  const draft = newDraft();
  while (!isAtEnd(reader)) {
    if (takeJoint(reader)) {
      draft.joined = reader.text.slice(0, reader.at).trimEnd().endsWith(',')
        ? draft.joined || 'comma'
        : 'and';
      continue;
    }
    if (sees(reader, duration)) return undefined;
    if (sees(reader, only)) draft.joined = false;
    const start = reader.at;
    if (clauses.some((clause) => reads(clause, reader, draft))) {
      draft.joined = false;
      draft.clauses.push({ start, end: reader.text.slice(0, reader.at).trimEnd().length });
    } else if (!readFiller(reader, draft) && !take(reader, mark)) {
      if (!take(reader, unknownException) && !take(reader, unknownHours)) {
        if (sees(reader, known)) return undefined;
        take(reader, anyWord);
      }
      draft.unknown.push({ start, end: reader.at });
    }
  }
  return draft.contradicts || draft.clauses.length === 0 ? undefined : draft;
}

function reads(clause: Clause, reader: Reader, draft: Draft): boolean {
  const { at } = reader;
  if (clause(reader, draft)) return true;
  reader.at = at;
  return false;
}

function readingOf(draft: Draft, reader: Reader): Reading | undefined {
  const readings: Reading[] = [];
  for (const group of completed(draft.groups)) {
    const times = timesOf(group, reader);
    const days = times && daysOf(group, draft, times.everyDays);
    if (!days) return undefined;
    const interval = times.interval ?? days.interval;
    const isBeyond = times.rules.length === 0 || days.rules.length === 0;
    const told = times.clocks ?? (times.open ? [] : times.rules);
    const daysTold = days.beside ?? days.rules[0] ?? {};
    readings.push({
      rules: days.rules.flatMap((day) => times.rules.map((time) => ({ ...time, ...day }))),
      ...(times.says && { says: times.says }),
      ...(times.open && { openTime: times.open }),
      ...(days.open && { openDay: days.open }),
      ...(interval && { interval: { ...interval, ofDays: !times.interval } }),
      ...(isBeyond && { beside: { days: daysTold, times: told } }),
      ...(times.either && { either: true }),
      ...(times.overrun !== undefined && { overrun: times.overrun }),
    });
  }
  const [only, ...others] = readings;
  return (
    only && (others.length === 0 ? { ...only, rules: merged(only.rules) } : together(readings))
  );
}

/** Several things that are said: an interval that is none of cron makes the whole none of it. */
function together(readings: readonly Reading[]): Reading {
  const interval = readings.find((reading) => reading.interval)?.interval;
  if (interval) return { rules: [], interval };
  const overrun = readings.find((reading) => reading.overrun !== undefined)?.overrun;
  const rules = merged(readings.flatMap((reading) => reading.rules));
  return overrun === undefined ? { rules } : { rules, overrun };
}

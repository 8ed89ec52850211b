/** "between 9:00 and 17:00", "at minute 30", "starting at 6 am": what goes with an interval. */
import { clockDue, clockFrom, clockIn, inSameHalf } from './clocks.ts';
import { groupFor, isOften } from './draft.ts';
import type { Clause, Clock, Window } from './draft.ts';
import { attempt, choose, listOf, sees, take, words } from './reader.ts';
import type { Reader } from './reader.ts';
import { number, numberOf, unit, year } from './vocabulary.ts';

const someMinutes = `(?:half|an? quarter|quarter|${number})`;

const written = {
  at: words('at|on|@'),
  between: words('(?:only )?between(?: the hours of| hours)?'),
  and: words('and'),
  betweenEnd: words('and|to|-|until|till'),
  from: words(
    '(?:from|during|within|(?:in|within|during) the hours(?: of| from| between)?|hours)(?: the hours of)?',
  ),
  to: /(?:to|until|till|til|through|thru|up to|-) */y,
  hours: words('(?:hours|hrs|h)'),
  after: words('(?:only )?(?:after|since|from)(?: at)?'),
  onwards: words('onwards?|on(?= ?(?:,|$))|and (?:after|later|on)'),
  before: words('(?:only )?(?:before|until|till|til|up to|ending(?: at| by)?|ends? at)(?: at)?'),
  start: words(
    '(?:starting|beginning|commencing|starts?|begins?|counting)(?: from)?(?: at| from| on)?(?: the)?(?: time| hour)?',
  ),
  year: words(year),
  offset: words(`offset(?: of| by)? (?<count>${number})(?: ?(?<unit>minutes?|mins?|hours?|hrs?))?`),
  minute: words(`(?:at |on |past |in |:)?(?:the )?minutes?(?: ?#)?`),
  minuteOrdinal: words(`(?:at |on |in )?the (?<ordinal>\\d{1,2})(?:st|nd|rd|th) minute`),
  colon: words('(?:at )?(?:xx|\\*|hh|x)?:(?<minute>[0-5]\\d)'),
  number: words(`(?<number>${number})(?![:.\\d]|(?:st|nd|rd|th)\\b| ?[ap]\\.?m\\b| ?${unit})`),
  past: words(
    `(?:at |every )?(?<counts>${someMinutes}(?:(?:,|,? and|&) ?${someMinutes})*)(?: minutes?| mins?)? ` +
      `(?<way>past|after|into|to|before|till)(?: (?:of )?(?:every|each|the|an)? ?(?:full )?hours?|(?<=past|after)(?= ?(?:$|,)| (?:every|each) (?:${number}|other) hours))`,
  ),
  onTheHour: words(
    '(?:exactly |right )?(?:on|at) the (?:full )?hour|(?:at |on )?(?:the )?top of (?:the|every|each) hour',
  ),
  onTheHalfHour: words(
    '(?:on|at) the half(?: |-)?hour|(?:at )?(?:the )?bottom of (?:the|every|each) hour',
  ),
  pastTheHour: words(
    '(?:minutes? )?(?:past|after|of|into) (?:every|each|the|an) hour|(?:past|after) the hour',
  ),
};

/** A part of the day between two times. */
export const readWindow: Clause = (reader, draft) => {
  const group = draft.groups.at(-1)!;
  const often = isOften(group.every) || intervalAhead.test(reader.text);
  const windows = listOf(reader, () => windowIn(reader, often));
  if (!windows) return false;
  groupFor(draft, 'times').windows.push(...windows);
  return true;
};

const intervalAhead = /\b(?:every|each)\b.*(?:hour|hr|min|sec)|hourly/;

/** @param often with an interval bare numbers can be hours: "every 5 minutes, 9-17" */
export function windowIn(reader: Reader, often: boolean): Window | undefined {
  const between = take(reader, written.between) !== undefined;
  const from = !between && take(reader, written.from) !== undefined;
  const due = between || from || often;
  const first = due ? clockFrom(reader) : clockIn(reader);
  if (!first) return undefined;
  const goesOn = between
    ? (take(reader, written.and) ?? take(reader, written.to))
    : take(reader, written.to);
  const last = goesOn && clockDue(reader);
  if (!last || (!due && last.bare)) return undefined;
  return windowOf(reader, first, last);
}

/** "9 to 5" is until 17:00, or over night. */
function windowOf(reader: Reader, first: Clock, last: Clock): Window {
  const from = inSameHalf([first, last])[0]!;
  const open = first.bare && last.bare && !first.exact && !last.exact && last.hour <= from.hour;
  const to = open && choose(reader, 2) === 0 ? { ...last, hour: last.hour + 12 } : last;
  return { from: secondOf(from), to: secondOf(to) };
}

export function secondOf({ hour, minute, second }: Clock): number {
  return (hour * 60 + minute) * 60 + second;
}

const dayEnd = 86_400;

/** A part of the day that is open at one end. */
export const readOpenWindow: Clause = (reader, draft) => {
  const window = attempt(reader, () => {
    if (take(reader, written.before)) {
      const to = clockDue(reader);
      return to && { from: 0, to: secondOf(to) };
    }
    if (!take(reader, written.after)) return undefined;
    const from = clockDue(reader);
    if (!from) return undefined;
    take(reader, written.onwards);
    return { from: secondOf(from), to: dayEnd };
  });
  if (!window) return false;
  groupFor(draft, 'times').windows.push(window);
  return true;
};

/** When an interval is counted from. */
export const readStart: Clause = (reader, draft) => {
  const offset = take(reader, written.offset);
  if (offset) {
    // Of what it is told, or of what is counted.
    const { minute: minutes } = draft.groups.at(-1)!.every;
    const of = offset.unit?.startsWith('h') || (!offset.unit && minutes === undefined) ? 3600 : 60;
    groupFor(draft, 'times').start = numberOf(offset.count!) * of;
    return true;
  }
  if (!take(reader, written.start) || sees(reader, written.year)) return false;
  const minute = minuteOfHour(reader) ?? attempt(reader, minutesPast)?.[0] ?? colonIn(reader);
  if (minute !== undefined) {
    groupFor(draft, 'times').start = minute * 60;
    return true;
  }
  const from = clockDue(reader);
  if (!from) return false;
  take(reader, written.onwards);
  groupFor(draft, 'times').start = secondOf(from);
  return true;
};

/** Minutes of each hour. */
export const readMinutes: Clause = (reader, draft) => {
  const hourly = draft.groups.at(-1)!.every.hour !== undefined;
  const found =
    attempt(reader, minutesIn) ?? (hourly ? attempt(reader, minutesOfEveryHour) : undefined);
  if (!found || found.some((minute) => minute > 59)) return false;
  groupFor(draft, 'times').minutes.push(...found);
  return true;
};

function minutesIn(reader: Reader): readonly number[] | undefined {
  if (take(reader, written.onTheHour)) return [0];
  if (take(reader, written.onTheHalfHour)) return [30];
  const past = listOf(reader, minutesPast);
  if (past) return past.flat();
  const colons = listOf(reader, colonIn);
  if (colons) {
    take(reader, written.pastTheHour);
    return colons;
  }
  const nth = take(reader, written.minuteOrdinal);
  if (nth) return [Number(nth.ordinal)];
  let isFirst = true;
  const named = listOf(reader, () => {
    const minute = minuteOfHour(reader) ?? (isFirst ? undefined : nakedNumber(reader));
    isFirst = false;
    return minute;
  });
  if (named) take(reader, written.pastTheHour);
  return named;
}

/** ":15" */
function colonIn(reader: Reader): number | undefined {
  const minute = take(reader, written.colon)?.minute;
  return minute === undefined ? undefined : Number(minute);
}

/** "every hour at 15 and 45" */
function minutesOfEveryHour(reader: Reader): readonly number[] | undefined {
  if (!take(reader, written.at)) return undefined;
  return listOf(reader, nakedNumber);
}

function nakedNumber(reader: Reader): number | undefined {
  const found = take(reader, written.number)?.number;
  return found === undefined ? undefined : numberOf(found);
}

function minuteOfHour(reader: Reader): number | undefined {
  return attempt(reader, () => (take(reader, written.minute) ? nakedNumber(reader) : undefined));
}

/** "10 past every hour", "half past and quarter to the hour". */
function minutesPast(reader: Reader): readonly number[] | undefined {
  const found = take(reader, written.past);
  if (!found) return undefined;
  const minutes = found
    .counts!.split(/,|and|&/)
    .filter((part) => part.trim() !== '')
    .map(minutesOf);
  const before = /to|before|till/.test(found.way!) && found.way !== 'into';
  return before ? minutes.map((each) => (60 - each) % 60) : minutes;
}

/** "half", "a quarter", "10" */
export function minutesOf(text: string): number {
  if (text.includes('half')) return 30;
  return text.includes('quarter') ? 15 : numberOf(text.trim());
}

/** Time zones that Core does not know, or that stand in the schedule's text. */
import { isZoneName, zoneNames } from '../zone-names.ts';
import type { ScheduleProblem } from '../schedule.ts';
import type { Sense } from '../sense/sense.ts';
import type { CheckedSchedule, ScheduleFinding, ScheduleFix } from './finding.ts';

/** Finds those of some names that are nearest to a misspelled one. */
export type Similar = (name: string, names: Iterable<string>) => readonly string[];

export function checkUnknownZone(
  { timezone = '' }: CheckedSchedule,
  problem: ScheduleProblem,
  similar: Similar,
): readonly ScheduleFinding[] {
  // That of Core's own settings is not in this file.
  if (timezone === '') return [];
  const meant = zonesMeant(timezone);
  const fixes = (meant.length > 0 ? meant : similar(timezone, zoneNames)).map(zoneFix);
  const [first] = fixes;
  return [
    {
      code: 'schedule-unknown-timezone',
      class: 'fails',
      message:
        `Core knows no time zone \`${timezone}\` and never runs this: ${problem.chain[0]!}.` +
        (first
          ? ` Write \`${first.timezone!}\`.`
          : ' Write a name of IANA, such as `Europe/Berlin`.'),
      part: 'timezone',
      fixes,
    },
  ];
}

function zoneFix(timezone: string): ScheduleFix {
  return timezone === ''
    ? { title: 'Leave it empty: Core goes by its own time zone', timezone }
    : { title: `Change to \`${timezone}\``, timezone };
}

/** What people call them by. */
const abbreviations = new Map(
  Object.entries({
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    mdt: 'America/Denver',
    cdt: 'America/Chicago',
    edt: 'America/New_York',
    cest: 'CET',
    eest: 'EET',
    west: 'WET',
    bst: 'Europe/London',
    msk: 'Europe/Moscow',
    ist: 'Asia/Kolkata',
    sgt: 'Asia/Singapore',
    hkt: 'Asia/Hong_Kong',
    jst: 'Asia/Tokyo',
    kst: 'Asia/Seoul',
    awst: 'Australia/Perth',
    aest: 'Australia/Sydney',
    aedt: 'Australia/Sydney',
    nzst: 'Pacific/Auckland',
    nzdt: 'Pacific/Auckland',
    z: 'UTC',
    local: '',
    system: '',
  }),
);

/** Names that Core knows and that were probably meant. */
export function zonesMeant(written: string): readonly string[] {
  const wanted = foldedZone(written);
  const known = abbreviations.get(wanted);
  if (known !== undefined) return [known];
  const offset = /^(?:utc|gmt)?([+-])0?(\d{1,2})(?::?00)?$/i.exec(written.trim());
  // Those of IANA count the other way: Etc/GMT-2 is two hours ahead.
  if (offset) return [`Etc/GMT${offset[1] === '+' ? '-' : '+'}${offset[2]!}`].filter(isZoneName);
  const same = zoneNames.filter((name) => foldedZone(name) === wanted);
  if (same.length > 0) return same;
  return zoneNames.filter(
    (name) => name.includes('/') && foldedZone(name.slice(name.lastIndexOf('/') + 1)) === wanted,
  );
}

function foldedZone(name: string): string {
  return name.trim().toLowerCase().replace(/[ -]/g, '_');
}

/** "every day at 3:00 UTC" */
export function checkZoneInText(
  { schedule, timezone, coreTimezone }: CheckedSchedule,
  sense: Sense | undefined,
): readonly ScheduleFinding[] {
  const zone = sense?.zone;
  if (!zone) return [];
  const actual = timezone === '' ? coreTimezone : (timezone ?? coreTimezone);
  if (actual && isSameZone(actual, zone.name)) return [];
  const [known] = isZoneName(zone.name) ? [zone.name] : zonesMeant(zone.name);
  const goesBy = actual ? ` and goes by ${actual}` : '';
  const words = schedule.slice(zone.span.start, zone.span.end).trim();
  return [
    {
      code: 'schedule-zone-in-text',
      class: 'surprising',
      message: `Core passes over “${words}”${goesBy}. A time zone belongs into \`schedule_timezone\`.`,
      part: 'schedule',
      span: zone.span,
      fixes: known ? [{ title: `Set the time zone to \`${known}\``, timezone: known }] : [],
    },
  ];
}

function isSameZone(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => zonesMeant(name)[0] ?? name);
  return a === b || (utc.has(a!) && utc.has(b!));
}

const utc = new Set(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', 'UCT', 'Etc/UCT', 'Zulu', 'Universal']);

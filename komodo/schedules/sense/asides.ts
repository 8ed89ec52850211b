/** "tomorrow", "UTC", "please run": what is said besides when a schedule runs. */
import { zoneNames } from '../zone-names.ts';
import type { Clause } from './draft.ts';
import { attempt, take, words } from './reader.ts';
import { number, unit, weekday } from './vocabulary.ts';

const written = {
  startNow: words(
    '(?:starting|beginning|starts?|begins?|from)(?: from)?(?: right)? (?:now|today|immediately|at once|tomorrow)(?: on)?',
  ),
  once: words(
    '(?:today|tonight|tomorrow|now|asap|immediately|right away|at once|one-?off|(?:just|only) once|once only|one time)|' +
      `(?:this|next|coming) (?:${weekday}|week|month|year|weekend|morning|evening|night)|` +
      `in (?:an?|${number}) ?(?:${unit}|(?<=\\d)[smhdw])(?: from now)?`,
  ),
  zone: words(
    '(?:in )?(?:the )?\\(?(?<zone>[a-z]+(?:/[a-z_+-]+)+|utc|gmt|cet|cest|eet|eest|wet|west|est|edt|pst|pdt|mst|mdt|cst|cdt|' +
      'bst|ist|jst|aest|aedt)(?:[+-]\\d{1,2}(?::?\\d\\d)?)?\\)?(?: time(?: ?zone)?)?',
  ),
  /** "Berlin time" */
  city: words('(?:in )?(?<city>[a-z]+(?: [a-z]+)?) (?:local )?time'),
  /** Words that say what is run. */
  task: words(
    'jobs?|tasks?|procedures?|actions?|cron|backups?|deploys?|deployments?|redeploy|updates?|upgrades?|syncs?|restarts?|' +
      'prunes?|pulls?|builds?|checks?|clean(?: ?up)?|maintenance|reports?|stacks?|database|images?|containers?|docker|komodo',
  ),
  /** Words that only hold a sentence together. */
  filler: words(
    'please|runs?|running|executes?|start|repeats?|repeatedly|repeating|recurring|schedule|scheduled|triggers?|fires?|do|does|it|this|that|' +
      'my|our|the|an?|i|we|want|should|will|to|be|is|all|both|always|automatically|regularly|exactly|precisely|sharp|' +
      'around|about|approximately|roughly|all (?:day|week|month|year)(?: long)?|24/7|throughout the (?:day|night|week|month|year)|(?:during|over) the day|single|at|on|in|of|for|by|during|' +
      "per|only|just|once|then|also|with|(?:local|server|system) time|time|clock|round|year-?round|each time|o'?clock|" +
      'hrs|(?:past|after|of) the hour',
  ),
} as const;

/** A single run. A schedule has no such thing. */
export const readOnce: Clause = (reader, draft) => {
  const start = reader.at;
  if (take(reader, written.startNow)) return true;
  if (!take(reader, written.once)) return false;
  draft.once ??= { start, end: reader.at };
  return true;
};

const zonesInLowerCase = new Map(zoneNames.map((name) => [name.toLowerCase(), name]));

/** The last part of each name, which is a city mostly. */
const cities = new Map(
  zoneNames
    .filter((name) => name.includes('/') && !name.startsWith('Etc/'))
    .map((name) => [
      name
        .slice(name.lastIndexOf('/') + 1)
        .toLowerCase()
        .replaceAll('_', ' '),
      name,
    ]),
);

export const readZone: Clause = (reader, draft) => {
  const start = reader.at;
  const zone = attempt(reader, () => {
    const city = attempt(reader, () => cities.get(take(reader, written.city)?.city ?? ''));
    if (city !== undefined) return city;
    const found = take(reader, written.zone)?.zone;
    return found?.includes('/') ? zonesInLowerCase.get(found) : found?.toUpperCase();
  });
  if (zone === undefined) return false;
  draft.zone ??= { name: zone, span: { start, end: reader.at } };
  return true;
};

export const readFiller: Clause = (reader) =>
  (take(reader, written.filler) ?? take(reader, written.task)) !== undefined;

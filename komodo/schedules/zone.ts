/** Local time in a zone, by the rules the JavaScript engine has. Moments are seconds since 1970-01-01T00:00:00Z. */

export interface Zone {
  readonly name: string;
  /** What the clocks show at a moment, as if they ran on UTC. */
  localOf(moment: number): number;
  /** When the clocks show this: the first time where they do so twice, undefined where they skip it. */
  momentOf(local: number): number | undefined;
  /** What the clocks show first after skipping this time. */
  gapEnd(local: number): number;
}

const day = 86_400;

/**
 * `chrono-tz` knows the changes of clocks until the year 2100 and keeps the last offset from then on; before 1800
 * there were no zones.
 */
const firstKnown = Date.UTC(1800, 0, 1) / 1000;
const lastKnown = Date.UTC(2100, 0, 1) / 1000 - 1;

const zones = new Map<string, Zone>();

/**
 * @param name a zone of IANA's
 * @throws RangeError when the engine does not know it
 */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = makeZone(name);
  zones.set(name, zone);
  return zone;
}

function makeZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const offsetAt = (moment: number) => {
    const known = Math.min(Math.max(moment, firstKnown), lastKnown);
    return readOffset(format.format(known * 1000));
  };
  // No offset reaches a day, so these two are those before and after any change that matters.
  const offsetsAround = (local: number) => [offsetAt(local - day), offsetAt(local + day)] as const;
  return {
    name,
    localOf: (moment) => moment + offsetAt(moment),
    momentOf(local) {
      const moments = offsetsAround(local)
        .map((offset) => local - offset)
        .filter((moment) => moment + offsetAt(moment) === local);
      return moments.length === 0 ? undefined : Math.min(...moments);
    },
    gapEnd(local) {
      const [before, after] = offsetsAround(local);
      let last = local - day;
      let first = local + day;
      while (first - last > 1) {
        const middle = Math.floor((last + first) / 2);
        if (offsetAt(middle) === before) last = middle;
        else first = middle;
      }
      return first + after;
    },
  };
}

/** `1/1/2026, GMT-03:30` → -12600; UTC itself is written without an offset. */
function readOffset(text: string): number {
  const [, sign, hours, minutes, seconds = '0'] =
    /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}

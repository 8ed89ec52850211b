/** Moments as people read them, in a zone. */

export interface WrittenMoment {
  /** `Tue 24 Nov 2026` */
  readonly day: string;
  /** `03:00 CET`; the seconds only where they are not 0. */
  readonly hour: string;
}

type Clock = (moment: Date) => WrittenMoment;

/** By zone: to make one takes as long as to write hundreds of moments. */
const clocks = new Map<string, Clock>();

/**
 * @param timezone a name of IANA's; one that JavaScript does not know (Core knows some old ones more) counts as UTC,
 * which the written hour then says
 */
export function momentIn(timezone: string): Clock {
  const clock = clocks.get(timezone) ?? clockFor(timezone);
  clocks.set(timezone, clock);
  return clock;
}

function clockFor(timezone: string): Clock {
  const format = (options: Intl.DateTimeFormatOptions) => {
    try {
      return new Intl.DateTimeFormat('en-GB', { timeZone: timezone, ...options });
    } catch {
      return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
    }
  };
  const day = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const toMinute = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  const [minute, second] = [format(toMinute), format({ ...toMinute, second: '2-digit' })];
  return (moment) => ({
    day: day.format(moment).replace(',', ''),
    hour: (moment.getUTCSeconds() === 0 ? minute : second).format(moment),
  });
}

/** The moment there, and here where that is another time of day: `Tue 24 Nov 2026, 03:00 GMT-5 · 09:00 CET here`. */
export function momentInWords(there: WrittenMoment, here: WrittenMoment): string {
  const written = `${there.day}, ${there.hour}`;
  if (there.day === here.day && there.hour === here.hour) return written;
  return `${written} · ${there.day === here.day ? '' : `${here.day}, `}${here.hour} here`;
}

/** What to write for what was meant. */
import { comesEver } from '../cron/match.ts';
import { englishOf } from '../meaning/englishOf.ts';
import { valuesOf } from '../meaning/values.ts';
import { cronText } from '../sense/cronText.ts';
import type { ScheduleFix } from './finding.ts';
import type { Meaning } from './says.ts';

/** The likeliest way to take it that one schedule can have; undefined where the likeliest of all is beyond cron. */
export function sayableOf(meanings: readonly Meaning[]): Meaning | undefined {
  if (meanings[0]?.crons.length === 0) return undefined;
  return meanings.find(({ crons, overrun }) => crons.length === 1 && overrun === undefined);
}

/**
 * Schedules that fire just as the likeliest meaning says that one schedule can have: in English where Core has words for
 * it, and as cron.
 */
export function fixesFor(meanings: readonly Meaning[], now: Date): readonly ScheduleFix[] {
  const sayable = sayableOf(meanings);
  const [cron] = sayable?.crons ?? [];
  const [rule] = sayable?.rules ?? [];
  if (!sayable || !cron || !rule || !comesEver(cron)) return [];
  if (valuesOf(cron.years).at(-1)! < now.getUTCFullYear()) return [];
  const chosen = (sayable.openTime ?? sayable.openDay) ? ', for instance' : '';
  const english = englishOf(cron);
  const expression = cronText(rule);
  return [
    ...(english === undefined
      ? []
      : [
          { title: `Write \`${english}\`${chosen}`, schedule: english, format: 'English' as const },
        ]),
    {
      title: `Write it as cron: \`${expression}\`${chosen}`,
      schedule: expression,
      format: 'Cron' as const,
    },
  ];
}

/** The advice that ends a message: what to write, or why nothing helps. */
export function adviceFor(meanings: readonly Meaning[], fixes: readonly ScheduleFix[]): string {
  const english = fixes.find((fix) => fix.format === 'English')?.schedule;
  if (english !== undefined) return ` Write \`${english}\`.`;
  const cron = fixes.find((fix) => fix.format === 'Cron')?.schedule;
  if (cron !== undefined)
    return ` English has no words for it that Core knows; as cron it is \`${cron}\`.`;
  const [likeliest] = meanings;
  if (!likeliest) return '';
  if (likeliest.either) return ' Only one of both can be meant.';
  if (likeliest.crons.length === 0)
    return ' No schedule of Core can say it, in English or as cron.';
  if (likeliest.crons.length === 1) return '';
  const crons = likeliest.rules.map((rule) => `\`${cronText(rule)}\``);
  return crons.length === 2
    ? ` No one schedule can say it; two can, as cron: ${crons.join(' and ')}.`
    : ' No one schedule can say it.';
}

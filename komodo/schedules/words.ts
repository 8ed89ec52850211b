import cronstrue from 'cronstrue';
import type { Schedule } from './schedule.ts';

/**
 * What a schedule means in words, without its zone: "At 03:00, only on Monday". Undefined where there are no words for
 * it.
 */
export function scheduleInWords({ cron }: Schedule): string | undefined {
  try {
    return cronstrue.toString(cron.fields.join(' '), {
      use24HourTimeFormat: true,
      // For Core a day has to fit both fields.
      logicalAndDayFields: true,
    });
  } catch {
    return undefined;
  }
}

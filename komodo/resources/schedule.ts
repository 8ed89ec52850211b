/** When a Procedure or an Action runs by itself, as it is written. */
import type { Place } from '../toml/index.ts';
import {
  configOf,
  flagOf,
  memberOf,
  type PlacedText,
  type ResourceNode,
  textOf,
} from './resource.ts';

export interface ScheduleNode {
  readonly text: PlacedText;
  /** Where Core refuses what stands there, what is meant: `cron` is Cron. `English` for any other word. */
  readonly format: 'English' | 'Cron';
  readonly formatPlace?: Place;
  /** What stands for the format means none. */
  readonly hasWrongFormat: boolean;
  /** IANA name; empty where Core's own zone holds. */
  readonly timezone: string;
  readonly timezonePlace?: Place;
  readonly enabled: boolean;
  /** The value of `schedule_enabled`, where it is written. */
  readonly enabledPlace?: Place;
}

/** The schedule of a Procedure or Action; undefined where none is written, or for a block of another kind. */
export function scheduleOf(resource: ResourceNode): ScheduleNode | undefined {
  const config = configOf(resource);
  if (!config) return undefined;
  const member = (name: string) => memberOf(config.table, config.definition, name)?.value;
  const text = textOf(member('schedule'));
  if (!text) return undefined;
  const format = textOf(member('schedule_format'));
  const timezone = textOf(member('schedule_timezone'));
  const enabled = member('schedule_enabled');
  return {
    text,
    format: /^cron$/i.test(format?.text ?? '') ? 'Cron' : 'English',
    ...(format && { formatPlace: format.place }),
    hasWrongFormat: format !== undefined && !/^(?:english|cron)$/i.test(format.text),
    timezone: timezone?.text ?? '',
    ...(timezone && { timezonePlace: timezone.place }),
    enabled: flagOf(enabled, true),
    ...(enabled && { enabledPlace: enabled.place }),
  };
}

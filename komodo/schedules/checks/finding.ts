import type { Span } from '../sense/reader.ts';
import type { ScheduleText } from '../schedule.ts';

/** What is to be looked at: the fields of a Procedure or Action that make its schedule. */
export interface CheckedSchedule extends ScheduleText {
  /** `schedule_enabled`. */
  readonly enabled: boolean;
}

/**
 * `fails`: Core takes the schedule and never runs it. `surprising`: Core runs it at other times than it says. `style`: it
 * could be said better, or is good to know.
 */
export type ScheduleFindingClass = 'fails' | 'surprising' | 'style';

export type ScheduleFindingCode =
  | 'schedule-other-meaning'
  | 'schedule-not-understood'
  | 'schedule-unknown-words'
  | 'schedule-uneven'
  | 'schedule-last-hour'
  | 'schedule-zone-in-text'
  | 'schedule-refused'
  | 'schedule-never'
  | 'schedule-five-fields'
  | 'schedule-cron-as-english'
  | 'schedule-english-as-cron'
  | 'schedule-every-second'
  | 'schedule-both-days'
  | 'schedule-unknown-timezone'
  | 'schedule-clock-change'
  | 'schedule-disabled';

export interface ScheduleFinding {
  readonly code: ScheduleFindingCode;
  readonly class: ScheduleFindingClass;
  /** What Core does, and what to write if that is short. */
  readonly message: string;
  /** Which field it is about. */
  readonly part: 'schedule' | 'format' | 'timezone' | 'enabled';
  /** The part of the schedule's text that is to blame, in UTF-16 offsets of it; left out for all of it. */
  readonly span?: Span;
  /** What would mend it, the likeliest first. */
  readonly fixes: readonly ScheduleFix[];
}

/** New values for fields; those that are left out stay as they are. */
export interface ScheduleFix {
  /** The name of a quick fix. */
  readonly title: string;
  readonly schedule?: string;
  readonly format?: ScheduleText['format'];
  /** Empty to go by Core's own. */
  readonly timezone?: string;
  readonly enabled?: boolean;
}

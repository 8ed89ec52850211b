/** Procedures and Actions as our lists show them, made from Core's lists. */
import { plainText } from '../komodo/runs/index.ts';
import { relativeTime } from '../komodo/runs/relativeTime.ts';

export type RunnableKind = 'Procedure' | 'Action';

export interface Runnable {
  readonly kind: RunnableKind;
  readonly id: string;
  readonly name: string;
  /** `Unknown`: it never ran. `Cancelled`: its last run was; Core calls that failed. */
  readonly state: 'Running' | 'Ok' | 'Failed' | 'Cancelled' | 'Unknown';
  /** Milliseconds since 1970, as is `nextRun`. */
  readonly lastRun?: number;
  readonly nextRun?: number;
  readonly scheduleError?: string;
  /** How many stages a Procedure has. */
  readonly stages?: number;
}

/** What we read of Core's ProcedureListItem and ActionListItem. */
export interface RunnableListItem {
  readonly id: string;
  readonly name: string;
  readonly info: {
    readonly state: string;
    readonly stages?: number;
    readonly last_run_at?: number | null;
    readonly next_scheduled_run?: number | null;
    readonly schedule_error?: string | null;
  };
}

export function runnableOf(kind: RunnableKind, { id, name, info }: RunnableListItem): Runnable {
  return {
    kind,
    id,
    name,
    state: stateOf(info),
    ...(info.last_run_at ? { lastRun: info.last_run_at } : {}),
    ...(info.next_scheduled_run ? { nextRun: info.next_scheduled_run } : {}),
    ...(info.schedule_error ? { scheduleError: plainText(info.schedule_error).trim() } : {}),
    ...(info.stages === undefined ? {} : { stages: info.stages }),
  };
}

/** Core says `Ok` of what never ran, too. */
function stateOf({ state, last_run_at }: RunnableListItem['info']): Runnable['state'] {
  return isState(state) && !(state === 'Ok' && !last_run_at) ? state : 'Unknown';
}

const isState = (word: string): word is Runnable['state'] =>
  ['Running', 'Ok', 'Failed', 'Unknown'].includes(word);

/** Its state, last run and next schedule in few words: `failed 3 hr. ago · next in 5 min.` */
export function runnableDescription(runnable: Runnable, now: number): string {
  const { lastRun, nextRun, scheduleError } = runnable;
  return [
    stateWords(runnable, lastRun === undefined ? '' : ` ${relativeTime(lastRun, now)}`),
    nextRun === undefined ? '' : `next ${relativeTime(nextRun, now)}`,
    scheduleError === undefined ? '' : 'schedule has an error',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function stateWords({ state }: Runnable, when: string): string {
  switch (state) {
    case 'Running':
      return 'running';
    case 'Ok':
      return `ran${when}`;
    case 'Failed':
      return `failed${when}`;
    case 'Cancelled':
      return `cancelled${when}`;
    case 'Unknown':
      return 'never ran';
  }
}

/** Name of a codicon and of the theme color it is drawn in. */
export interface StateIcon {
  readonly icon: string;
  readonly color?: string;
}

const stateIcons: Record<Runnable['state'], StateIcon> = {
  Running: { icon: 'loading~spin', color: 'progressBar.background' },
  Ok: { icon: 'pass', color: 'testing.iconPassed' },
  Failed: { icon: 'error', color: 'testing.iconFailed' },
  Cancelled: { icon: 'circle-slash', color: 'descriptionForeground' },
  Unknown: { icon: 'circle-outline', color: 'descriptionForeground' },
};

export const runnableIcon = ({ state }: Runnable): StateIcon => stateIcons[state];

/** Everything we know of it, for a tooltip (Markdown). Names are Core's: they are escaped. */
export function runnableTooltip(runnable: Runnable, now: number): string {
  const { kind, name, stages, lastRun, nextRun, scheduleError } = runnable;
  const at = (ms: number): string =>
    `${new Date(ms).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })} (${relativeTime(ms, now)})`;
  return [
    `**${escapeMarkdown(name)}** · ${kind}${stages === undefined ? '' : `, ${stages} ${stages === 1 ? 'stage' : 'stages'}`}`,
    `State: ${runnable.state === 'Unknown' ? 'never ran' : runnable.state}`,
    lastRun === undefined ? '' : `Last run: ${at(lastRun)}`,
    nextRun === undefined ? '' : `Next by schedule: ${at(nextRun)}`,
    scheduleError === undefined ? '' : `Schedule: ${escapeMarkdown(scheduleError)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Text that Markdown shows as it is. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');

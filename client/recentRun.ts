/** Runs as the tree of recent runs shows them, made from Core's list of Updates. */
import { procedureOperator } from '../komodo/runs/index.ts';
import { relativeTime } from '../komodo/runs/relativeTime.ts';
import type { RunnableKind, StateIcon } from './runnable.ts';

export interface RecentRun {
  /** Id of its Update. */
  readonly id: string;
  readonly kind: RunnableKind;
  readonly targetId: string;
  /** Name of its Procedure or Action; its id where the name is not known any more. */
  readonly name: string;
  readonly status: 'running' | 'ok' | 'failed' | 'cancelled';
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Who started it. */
  readonly user: string;
}

/** What we read of Core's UpdateListItem. */
export interface UpdateItem {
  readonly id: string;
  readonly operation: string;
  readonly start_ts: number;
  readonly success: boolean;
  readonly status: string;
  readonly username: string;
  readonly operator: string;
  readonly target: { readonly type: string; readonly id: string };
}

/**
 * The Updates that are runs of Procedures and Actions, newest first as Core lists them. What a Procedure started is
 * left out: it is shown with the run it belongs to.
 * @param cancelled ids of those that somebody has cancelled
 */
export function recentRuns(
  updates: readonly UpdateItem[],
  nameOf: (kind: RunnableKind, id: string) => string | undefined,
  cancelled: ReadonlySet<string> = new Set(),
): readonly RecentRun[] {
  return updates.flatMap((update) => {
    const kind = update.target.type;
    if (kind !== 'Procedure' && kind !== 'Action') return [];
    if (update.operation !== `Run${kind}` || update.operator === procedureOperator) return [];
    const { id, target, start_ts: start, username: user } = update;
    const ended = update.success ? 'ok' : cancelled.has(id) ? 'cancelled' : 'failed';
    const status = update.status === 'Complete' ? ended : 'running';
    const name = nameOf(kind, target.id) ?? target.id;
    return [{ id, kind, targetId: target.id, name, status, start, user }];
  });
}

export function recentRunDescription(run: RecentRun, now: number): string {
  const by = run.user === '' ? '' : ` · ${run.user}`;
  const how = { running: 'running, began ', cancelled: 'cancelled, began ', ok: '', failed: '' };
  return `${how[run.status]}${relativeTime(run.start, now)}${by}`;
}

const icons: Record<RecentRun['status'], StateIcon> = {
  running: { icon: 'loading~spin', color: 'progressBar.background' },
  ok: { icon: 'pass', color: 'testing.iconPassed' },
  failed: { icon: 'error', color: 'testing.iconFailed' },
  cancelled: { icon: 'circle-slash', color: 'descriptionForeground' },
};

export const recentRunIcon = ({ status }: RecentRun): StateIcon => icons[status];

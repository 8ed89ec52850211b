import { plainText } from '../../komodo/runs/index.ts';

/** What we read of a ResourceSync after its pending changes were refreshed. */
export interface PendingSync {
  readonly name: string;
  readonly info?: {
    readonly resource_updates?: readonly {
      readonly target: { readonly type: string };
      readonly data: PendingChange;
    }[];
    readonly variable_updates?: readonly PendingChange[];
    readonly user_group_updates?: readonly PendingChange[];
    readonly pending_deploys?: readonly PendingDeploy[];
    readonly pending_deploy_error?: string | null;
    readonly pending_error?: string | null;
    readonly remote_errors?: readonly { readonly path: string; readonly contents: string }[];
  };
}

interface PendingChange {
  readonly type: string;
  readonly data: { readonly name?: string; readonly proposed?: string; readonly current?: string };
}

interface PendingDeploy {
  readonly target: { readonly type: string; readonly id: string };
  /** With HTML in it. */
  readonly reason: string;
}

/** How many changes are named before the rest is only counted. */
const mostLines = 20;

/** What Core says is wrong with the files of the sync, without HTML. */
export function fileErrors({ info }: PendingSync): readonly string[] {
  return (info?.remote_errors ?? []).map(({ contents }) => plainText(contents).trim());
}

/** What else keeps Core from running the sync, without HTML; undefined when nothing does. */
export function syncError({ info }: PendingSync): string | undefined {
  // Core shows changes all the same where only the second is there, and does not run.
  const error = info?.pending_error ?? info?.pending_deploy_error;
  return error ? plainText(error).trim() : undefined;
}

/**
 * One line for each change that a run of the sync would make, `Update Procedure release-web`, and for what it would then
 * deploy, with Core's reason. Empty when there is none.
 */
export function pendingLines({ info }: PendingSync): readonly string[] {
  const line = (kind: string, { type, data }: PendingChange): string =>
    `${type} ${kind} ${nameOf(data)}`.trimEnd();
  const lines = [
    ...(info?.resource_updates ?? []).map(({ target, data }) => line(target.type, data)),
    ...(info?.variable_updates ?? []).map((change) => line('Variable', change)),
    ...(info?.user_group_updates ?? []).map((change) => line('UserGroup', change)),
  ];
  const deploys = (info?.pending_deploys ?? []).map(
    ({ target, reason }) => `then deploy ${target.type} ${target.id}: ${plainText(reason).trim()}`,
  );
  return [...mostOf(lines), ...mostOf(deploys)];
}

function mostOf(lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), `and ${rest} more`] : lines;
}

/** A change says the name only of what is new; of all else it stands in the TOML. */
function nameOf({ name, proposed, current }: PendingChange['data']): string {
  return name ?? /^name = "([^"]*)"/m.exec(current ?? proposed ?? '')?.[1] ?? '';
}

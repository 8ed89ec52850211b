/** Commands that a script gives to a terminal of Core's, at addresses of their own. */
import { record, targetOf, textOrUndefined, type Item } from './requests.ts';
import type { WouldChange } from './wouldChange.ts';

/** What a request asks to be run, and where: a Server, a Stack or Deployment, as since 2.0 `target` says and before it did itself. */
export interface TerminalCommand {
  /** `server`, and the like, with its name. */
  readonly where: Item;
  readonly change: WouldChange;
}

/** @param body of a request to `/terminal/execute`, or before 2.0 to `/terminal/execute/…` */
export function terminalCommand(body: Item): TerminalCommand {
  const { command, target } = body;
  const where = record(record(target).params ?? body);
  const change: WouldChange = {
    route: 'execute',
    type: 'ExecuteTerminal',
    params: body,
    target: targetOf({ id: where.stack ?? where.deployment ?? where.server }),
    changed: [],
    note: `would run ${textOrUndefined(command) ?? ''}; here it prints nothing and ends with 0`,
  };
  return { where, change };
}

/** What Core streams of a command that prints nothing and ends well. */
export const quietEnd = '\n\n__KOMODO_EXIT_CODE:0\n';

import type { Types } from 'komodo_client';
import * as vscode from 'vscode';
import type { Client } from '../../api/index.ts';
import type { Connection, Core } from '../connection.ts';
import type { Sandbox } from '../sandbox.ts';
import { idOf, RunSession } from './runSession.ts';
import type { RunTarget } from './runSession.ts';
import { usualDuration } from './usualDuration.ts';

/** How many runs are kept; the oldest ones that are over go first. */
const kept = 20;

/** The runs that this window follows or has followed, newest first. */
export class Runs implements vscode.Disposable {
  readonly #connection: Connection;
  readonly #added = new vscode.EventEmitter<RunSession>();
  readonly #changed = new vscode.EventEmitter<RunSession>();
  readonly #subscription: vscode.Disposable;
  #sessions: readonly RunSession[] = [];

  /** Fires when a run is to be followed, before anything is known of it. */
  readonly onDidAdd = this.#added.event;
  /** Fires when something of one of them is another. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: Connection, sandbox: Sandbox) {
    this.#connection = connection;
    // Its runs go with it.
    this.#subscription = sandbox.onDidEnd(() => {
      for (const session of this.#sessions) {
        if (session.core.profile.kind === 'sandbox')
          session.abandon('The sandbox has ended, and its runs with it.');
      }
    });
  }

  get all(): readonly RunSession[] {
    return this.#sessions;
  }

  /** Those started from here that are not over. */
  get underWay(): readonly RunSession[] {
    return this.#sessions.filter(({ ours, over }) => ours && !over);
  }

  find(id: string): RunSession | undefined {
    return this.#sessions.find((session) => session.id === id);
  }

  /** Starts it. Rejects with words for a person when Core would not. */
  async start(core: Core, target: RunTarget): Promise<RunSession> {
    const update = await execute(core.client, target);
    return this.#add(idOf(update), target, core, Date.now());
  }

  /** Follows a run that was started elsewhere, or looks at one that is over. */
  follow(core: Core, id: string, target: RunTarget): RunSession {
    return this.find(id) ?? this.#add(id, target, core);
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const session of this.#sessions) session.dispose();
    this.#added.dispose();
    this.#changed.dispose();
  }

  #add(id: string, target: RunTarget, core: Core, startedAt?: number): RunSession {
    const nameOf = (kind: string, targetId: string): string | undefined =>
      this.#connection.nameOf(kind, targetId);
    const session = new RunSession(id, target, core, nameOf, startedAt);
    this.#sessions = [session, ...this.#sessions];
    session.onDidChange(() => this.#changed.fire(session));
    this.#forgetOldest();
    this.#added.fire(session);
    usualDuration(core.client, target, id).then(
      (usual) => session.setUsual(usual),
      // Then it is not said how long it usually takes.
      () => undefined,
    );
    return session;
  }

  #forgetOldest(): void {
    const old = this.#sessions.filter(({ over }, index) => over && index >= kept);
    for (const session of old) session.dispose();
    this.#sessions = this.#sessions.filter((session) => !old.includes(session));
  }
}

function execute(client: Client, { kind, id, args }: RunTarget): Promise<Types.Update> {
  switch (kind) {
    case 'Procedure':
      return client.execute('RunProcedure', { procedure: id });
    case 'Action':
      return client.execute('RunAction', { action: id, ...(args && { args }) });
    case 'ResourceSync':
      return client.execute('RunSync', { sync: id });
  }
}

import * as vscode from 'vscode';
import { followRun } from '../../komodo/runs/runLines.ts';
import type { RunFollower } from '../../komodo/runs/runLines.ts';
import type { RunSession } from './runSession.ts';
import type { Runs } from './runs.ts';

/** Mirrors every run to the output channel "Komodo Runs", as plain lines that only grow. */
export function mirrorRuns(runs: Runs, context: vscode.ExtensionContext): vscode.OutputChannel {
  const output = vscode.window.createOutputChannel('Komodo Runs');
  const followers = new WeakMap<RunSession, RunFollower>();
  context.subscriptions.push(
    output,
    runs.onDidAdd((session) => {
      const { target, core, ours } = session;
      const act = ours ? `Run${target.kind}` : `Shown: Run${target.kind}`;
      output.appendLine(`${act} ${target.name} on ${core.profile.name} (${core.label})`);
      followers.set(session, followRun());
    }),
    runs.onDidChange((session) => {
      const follow = followers.get(session);
      if (!session.run || !follow) return;
      for (const { depth, text } of follow(session.run)) {
        output.appendLine(`[${session.target.name}] ${'  '.repeat(depth)}${text}`);
      }
    }),
  );
  return output;
}

/** Deno, which runs scripts as Core does: the one of the setting or of this machine, else our own, with consent. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** The version that is installed, of npm's package `deno`. */
export const denoVersion = '2.9.6';

/**
 * Where Deno is; undefined when somebody would rather not have it.
 * @param storage the extension's own folder
 * @throws Error in words for people
 */
export async function findDeno(storage: vscode.Uri): Promise<string | undefined> {
  const chosen = vscode.workspace.getConfiguration('komodo').get('deno.path', '').trim();
  if (chosen !== '') {
    if (await starts(chosen, ['--version'])) return chosen;
    throw new Error(`The setting komodo.deno.path says “${chosen}”, which does not start.`);
  }
  if (await starts('deno', ['--version'])) return 'deno';
  const folder = path.join(storage.fsPath, 'deno');
  return installed(folder) ?? (await offer(folder));
}

async function offer(folder: string): Promise<string | undefined> {
  const answer = await vscode.window.showInformationMessage(
    'Rehearsing and debugging Actions needs Deno, which Core runs them with as well.',
    {
      modal: true,
      detail: `There is no deno in PATH. Shall npm download its package deno ${denoVersion} (about 40 MB, 95 MB on disk) into this extension’s own folder? Nothing else is installed.\n\n${folder}\n\nOr install Deno by yourself, and say in the setting komodo.deno.path where it is.`,
    },
    'Download Deno',
    'Open Setting',
  );
  if (answer === 'Open Setting') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'komodo.deno.path');
  }
  return answer === 'Download Deno' ? install(folder) : undefined;
}

async function install(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  // Without one npm would look for a package in the folders above.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `deno@${denoVersion}`];
  const location = vscode.ProgressLocation.Notification;
  const title = `npm downloads deno ${denoVersion}`;
  const failure = await vscode.window.withProgress(
    { location, title, cancellable: true },
    (_progress, cancelled) => npm(args, folder, cancelled),
  );
  if (failure !== undefined) {
    throw new Error(
      `Deno could not be downloaded: ${failure} Install it by yourself (https://deno.com), so that it is in PATH, or say in the setting komodo.deno.path where it is.`,
    );
  }
  const program = installed(folder);
  if (program === undefined) throw new Error('npm’s package deno has no program for this machine.');
  chmodSync(program, 0o755);
  return program;
}

/** The program in a folder that npm has installed it into. */
function installed(folder: string): string | undefined {
  const packages = path.join(folder, 'node_modules', '@deno');
  if (!existsSync(packages)) return undefined;
  const name = process.platform === 'win32' ? 'deno.exe' : 'deno';
  const programs = readdirSync(packages).map((each) => path.join(packages, each, name));
  return programs.find((file) => existsSync(file));
}

/** Runs npm; resolves with why it failed. */
function npm(
  args: readonly string[],
  cwd: string,
  cancelled: vscode.CancellationToken,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // npm is a script of the shell on Windows. Nothing here comes from anybody.
    const child = spawn('npm', args, { cwd, shell: process.platform === 'win32' });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const listener = cancelled.onCancellationRequested(() => child.kill());
    child.once('error', () => resolve('there is no npm in PATH.'));
    child.once('close', (code) => {
      listener.dispose();
      if (code === 0) resolve(undefined);
      else if (cancelled.isCancellationRequested) resolve('you cancelled it.');
      else resolve(said.trim().split('\n').slice(0, 3).join(' ') || `npm ended with ${code}.`);
    });
  });
}

function starts(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

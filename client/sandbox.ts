import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import * as vscode from 'vscode';
import type { Credential } from '../api/index.ts';

/** Where a started sandbox answers. Its key is made for this start and lives in memory only. */
export interface SandboxAccess {
  readonly address: string;
  readonly credential: Credential;
}

/** Longest time from its start to its first word, in milliseconds. */
const patience = 20_000;
/** How long it may read its files before we go on without its word, in milliseconds. */
const reloadPatience = 3000;
/** How long it may take to end before it is killed, in milliseconds. */
const endPatience = 3000;

type Process = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * The embedded Core, a child process over the TOML of a workspace folder. It ends when its stdin closes, so it does not
 * outlive us even if we are killed.
 */
export class Sandbox implements vscode.Disposable {
  readonly #program: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #ended = new vscode.EventEmitter<{ readonly asked: boolean }>();
  /** Fires when a sandbox that ran is gone, because it was asked to end or by itself. */
  readonly onDidEnd = this.#ended.event;
  #process: Process | undefined;
  /** Whether it has said its first word. */
  #runs = false;
  #access: Promise<SandboxAccess> | undefined;
  #reloaded: (() => void) | undefined;

  /** @param program path of dist/sandbox.js */
  constructor(program: string, log: vscode.LogOutputChannel) {
    this.#program = program;
    this.#log = log;
  }

  /** Starts it over a folder unless it runs already. Rejects with words for a person when it can't be started. */
  start(folder: string): Promise<SandboxAccess> {
    this.#access ??= this.#start(folder).catch((error: unknown) => {
      this.stop();
      throw error;
    });
    return this.#access;
  }

  /** Lets it read its files now, and waits until it has; it does so by itself too, a little later. */
  async reload(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const done = new Promise<void>((resolve) => {
      this.#reloaded = resolve;
      setTimeout(resolve, reloadPatience);
    });
    child.stdin.write('reload\n');
    await done;
  }

  stop(): void {
    const child = this.#process;
    if (!child) return;
    this.#forget(true);
    child.stdin.end();
    const kill = setTimeout(() => child.kill('SIGKILL'), endPatience);
    child.once('exit', () => clearTimeout(kill));
  }

  dispose(): void {
    this.stop();
    this.#ended.dispose();
  }

  #start(folder: string): Promise<SandboxAccess> {
    // The extension host may be Electron: then this makes a plain Node of it.
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const child = spawn(process.execPath, [this.#program, folder], {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#process = child;
    child.stdin.on('error', () => undefined);
    createInterface(child.stderr).on('line', (line) => this.#log.info(`[sandbox] ${line}`));
    child.on('exit', (code, signal) => this.#exited(child, code ?? signal));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('The sandbox did not start in time.')),
        patience,
      );
      child.on('error', (error) => reject(new Error(`The sandbox can’t start: ${error.message}`)));
      child.on('exit', () =>
        reject(new Error('The sandbox ended at its start. The output “Komodo” says more.')),
      );
      // Its first line says where it answers, every other one that it has read its files.
      createInterface(child.stdout)
        .once('line', (line) => {
          clearTimeout(timer);
          const access = readAccess(line);
          if (this.#process === child) this.#runs = true;
          if (access) resolve(access);
          else reject(new Error('The sandbox did not say where it answers.'));
        })
        .on('line', () => this.#reloaded?.());
    });
  }

  #exited(child: Process, reason: number | string | null): void {
    if (this.#process !== child) return;
    this.#log.error(`[sandbox] ended unasked (${reason ?? 'unknown'})`);
    this.#forget(false);
  }

  #forget(asked: boolean): void {
    this.#process = undefined;
    this.#access = undefined;
    const ran = this.#runs;
    this.#runs = false;
    if (ran) this.#ended.fire({ asked });
  }
}

/** Reads the line with which the sandbox begins: `{"url", "key", "secret"}`. */
function readAccess(line: string): SandboxAccess | undefined {
  try {
    const { url, key, secret } = JSON.parse(line) as Partial<Record<string, unknown>>;
    if (typeof url !== 'string' || typeof key !== 'string' || typeof secret !== 'string') {
      return undefined;
    }
    return { address: url, credential: { key, secret } };
  } catch {
    return undefined;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment, runStep } from './commands.mts';
import type { CodeServer } from './install.mts';

export interface StartOptions {
  /** Where user data, extensions and logs go. */
  folder: string;
  /** Written as the user's settings. */
  settings: Record<string, unknown>;
  /** Fixed port; else a free one. */
  port?: number;
  /** For the extension host, and so for the extensions. */
  env?: NodeJS.ProcessEnv;
  /** More of code-server's own options. */
  options?: string[];
  /** Whether it asks if the authors of a folder are to be trusted; it trusts everybody unless said. */
  asksForTrust?: boolean;
}

/** Should tests be killed, their server ends by itself when nobody has looked for five minutes. */
export const endsWhenForgotten = ['--idle-timeout-seconds', '300'];

/** A running code-server, on the loopback interface alone. */
export class RunningServer {
  readonly address: string;
  private readonly process: ChildProcess;

  constructor(address: string, process: ChildProcess) {
    this.address = address;
    this.process = process;
  }

  /**
   * The address of a window.
   * @param folder absolute path of the folder it opens
   * @param environment more of VS Code's own options, `extensionDevelopmentPath` for one; paths of this machine
   */
  windowOn(folder: string, environment: Record<string, string> = {}): string {
    const url = new URL(this.address);
    url.searchParams.set('folder', folder);
    const payload = Object.entries(environment).map(([option, file]) => [
      option,
      `vscode-remote://${url.host}${file}`,
    ]);
    if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
    return url.href;
  }

  /** Ends it and everything it started. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    this.signal('SIGTERM');
    await Promise.race([this.ended, sleep(5000, undefined, { ref: false })]);
    this.signal('SIGKILL');
  }

  /** Resolves when it has ended, for whatever reason. */
  get ended(): Promise<void> {
    return new Promise((resolve) => {
      if (this.isRunning) this.process.once('exit', () => resolve());
      else resolve();
    });
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Sends a signal to it and everything it started. */
  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.process.pid!, signal);
    } catch {
      // The whole group is gone already.
    }
  }
}

/** Starts code-server. Rejects with the end of its log when it doesn't answer within a minute. */
export async function startCodeServer(
  codeServer: CodeServer,
  { folder, settings, port, env = {}, options = [], asksForTrust = false }: StartOptions,
): Promise<RunningServer> {
  const address = `http://127.0.0.1:${port ?? (await freePort())}/`;
  const settingsFile = path.join(folder, 'data', 'User', 'settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify(settings, null, 2));
  const logFile = path.join(folder, 'code-server.log');
  const log = openSync(logFile, 'w');
  const args = [
    ...['--auth', 'none', '--bind-addr', new URL(address).host, '--ignore-last-opened'],
    ...['--disable-telemetry', '--disable-update-check', '--disable-proxy'],
    '--disable-getting-started-override',
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    ...options,
    ...folders(folder),
  ];
  const child = spawn(codeServer.node, [codeServer.entry, ...args], {
    // Its own process group, so that nothing it starts outlives it.
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...cleanEnvironment(), ...home(folder), EXTENSIONS_GALLERY: '{}', ...env },
  });
  const server = new RunningServer(address, child);
  endWithThisProcess(server);
  const answers = await isHealthy(server);
  if (answers) return server;
  await server.stop();
  const end = readFileSync(logFile, 'utf8').split('\n').slice(-20).join('\n');
  throw new Error(`code-server doesn't answer on ${address}.\n${end}`);
}

function endWithThisProcess(server: RunningServer): void {
  process.once('exit', () => server.signal('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit());
  }
}

/** Installs a packaged extension for the servers that are started with the same folder. */
export async function installExtension(
  codeServer: CodeServer,
  folder: string,
  vsix: string,
): Promise<void> {
  const args = [codeServer.entry, ...folders(folder), '--install-extension', vsix, '--force'];
  await runStep(`install ${path.basename(vsix)}`, codeServer.node, args, {
    env: { ...home(folder), EXTENSIONS_GALLERY: '{}' },
  });
}

function folders(folder: string): string[] {
  const [data, extensions] = [path.join(folder, 'data'), path.join(folder, 'extensions')];
  mkdirSync(data, { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const config = path.join(folder, 'config.yaml');
  return ['--user-data-dir', data, '--extensions-dir', extensions, '--config', config];
}

/** A home folder of its own: the person's own VS Code and git settings have no say, and stay untouched. */
function home(folder: string): NodeJS.ProcessEnv {
  const own = path.join(folder, 'home');
  mkdirSync(own, { recursive: true });
  return {
    HOME: own,
    XDG_CONFIG_HOME: path.join(own, '.config'),
    XDG_DATA_HOME: path.join(own, '.local'),
  };
}

async function isHealthy(server: RunningServer): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  while (server.isRunning && Date.now() < deadline) {
    const answer = await fetch(new URL('healthz', server.address)).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

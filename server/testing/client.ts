/** A language client that starts the server as a program of its own, as an editor does. */
import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

let built: Promise<string> | undefined;

/** The thread of TypeScript as it ships: its program. */
export async function actionsProgram(): Promise<string> {
  return join(dirname(await bundle()), 'actions.js');
}

/** Bundles the server as it ships (only a bundle can hold WebAssembly), once for all tests. */
function bundle(): Promise<string> {
  built ??= (async () => {
    const [folder, { bundles }] = await Promise.all([
      mkdtemp(join(tmpdir(), 'komodo-server-')),
      import('../../scripts/bundles.mts'),
    ]);
    process.once('exit', () => rmSync(folder, { recursive: true }));
    const [programs] = bundles(false);
    await build({
      ...programs,
      entryPoints: {
        server: 'server/main.ts',
        formatter: 'server/formatter/main.ts',
        actions: 'server/actions/main.ts',
      },
      outdir: folder,
    });
    const { compressedTypings } = await import('../../scripts/typings.mts');
    writeFileSync(join(folder, 'typings.json.br'), compressedTypings(1));
    return join(folder, 'server.js');
  })();
  return built;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  /** URI of the workspace folder. */
  readonly folder?: string;
  /** What `workspace/configuration` answers for the section `komodo`. */
  readonly settings?: unknown;
  /** Called with the methods that the server registers. */
  readonly onRegistration?: (methods: readonly string[]) => void;
}

export class TestClient {
  readonly connection: ProtocolConnection;
  readonly #program: ChildProcess;
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(program: ChildProcess) {
    this.#program = program;
    this.connection = createProtocolConnection(
      new StreamMessageReader(program.stdout!),
      new StreamMessageWriter(program.stdin!),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      this.#published.push(params as PublishDiagnosticsParams);
      for (const wake of this.#waiting) wake();
    });
    this.connection.listen();
  }

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const program = await bundle();
    const client = new TestClient(
      spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const { connection } = client;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => options.settings ?? null),
    );
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        options.onRegistration?.(registrations.map(({ method }) => method));
        return null;
      },
    );
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions ?? {},
      workspaceFolders: options.folder ? [{ uri: options.folder, name: 'test' }] : null,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Asks the server to end, and resolves with its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#program.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    const languageId = uri.endsWith('.ts') ? 'typescript' : 'toml';
    const textDocument = { uri, languageId, version, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async change(uri: string, version: number, ...contentChanges: unknown[]): Promise<void> {
    const textDocument = { uri, version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
  }

  /** The diagnostics of a version of a file, when they have come. */
  async diagnostics(uri: string, version?: number): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.#published.findLast(
        (params) => params.uri === uri && params.version === version,
      );
      if (found) return found.diagnostics;
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  /** All that was published of a file so far. */
  published(uri: string): readonly PublishDiagnosticsParams[] {
    return this.#published.filter((params) => params.uri === uri);
  }
}

/** One LSP client for every server that is measured: the same messages, over the server's stdin and stdout. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import {
  DiagnosticSeverity,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type PublishDiagnosticsParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A file that is open in a server. */
export interface OpenFile {
  readonly uri: string;
  /** What stands between the line breaks, as an editor keeps it: a key costs the client nothing of the file's size. */
  readonly lines: string[];
  version: number;
}

/** How long a server may be silent, in milliseconds. */
const PATIENCE = 120_000;

export class LspClient {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  #incremental = false;
  #published: ((params: PublishDiagnosticsParams) => void) | undefined;

  private constructor({ name, command, args, env }: ServerCommand) {
    this.name = name;
    const child = spawn(command, [...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    this.#child = child;
    this.#connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => this.#published?.(params),
    );
    this.#connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
      params.items.map(() => ({})),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.onUnhandledNotification(() => undefined);
    this.#connection.listen();
  }

  /** Starts a server. @param folder the workspace's; none if left out */
  static async start(server: ServerCommand, folder?: string): Promise<LspClient> {
    const client = new LspClient(server);
    const uri = folder && pathToFileURL(folder).href;
    const initialize: Omit<InitializeParams, 'rootUri'> = {
      processId: process.pid,
      capabilities: {
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true } },
        },
      },
      workspaceFolders: uri ? [{ uri, name: path.basename(folder) }] : null,
    };
    const { capabilities } = await client.request<InitializeResult>('initialize', initialize);
    const sync = capabilities.textDocumentSync;
    client.#incremental =
      (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental;
    await client.#connection.sendNotification('initialized', {});
    return client;
  }

  stop(): void {
    this.#connection.dispose();
    this.#child.kill();
  }

  /** Bytes of memory that the server holds (resident); NaN where the system does not tell. */
  residentBytes(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)![1]) * 1024;
    } catch {
      return Number.NaN;
    }
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    return this.#within(method, this.#connection.sendRequest<Answer>(method, params));
  }

  /** Opens a file, and waits for its diagnostics with an error. */
  async open(uri: string, text: string): Promise<OpenFile> {
    const first = this.diagnostics(uri, true);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'toml', version: 1, text },
    });
    await first;
    return { uri, lines: text.split('\n'), version: 1 };
  }

  /** Puts a text in the place of what stands there on one line, and tells the server of it. */
  change(file: OpenFile, start: Position, length: number, text: string): Promise<void> {
    const end = { line: start.line, character: start.character + length };
    const line = file.lines[start.line]!;
    file.lines[start.line] = line.slice(0, start.character) + text + line.slice(end.character);
    const change = this.#incremental
      ? { range: { start, end }, text }
      : { text: file.lines.join('\n') };
    return this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: file.uri, version: ++file.version },
      contentChanges: [change],
    });
  }

  /** Resolves with the next diagnostics that hold (or do not hold) an error; warnings do not count. */
  diagnostics(uri: string, withError: boolean): Promise<void> {
    const next = new Promise<void>((resolve) => {
      this.#published = (params) => {
        if (params.uri !== uri) return;
        const error = params.diagnostics.some(
          ({ severity }) => severity === DiagnosticSeverity.Error,
        );
        if (error === withError) resolve();
      };
    });
    return this.#within('diagnostics', next);
  }

  async #within<T>(what: string, promise: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const silent = `${this.name}: no ${what} in ${PATIENCE / 1000} s`;
      timer = setTimeout(() => reject(new Error(silent)), PATIENCE);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }
}

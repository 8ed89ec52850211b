/** One LSP client for every server that is measured: the same messages, over the server's stdin and stdout. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import {
  DiagnosticSeverity,
  type CompletionItem,
  type CompletionList,
  type InitializeParams,
  type InitializeResult,
  type PublishDiagnosticsParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol';

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Milliseconds that every step took. */
export interface Timing {
  open: number;
  edits: number[];
  hovers: number[];
  completions: number[];
}

/** An edit of one line, and the place to ask about on it. Lines and characters count from 0. */
export interface Script {
  readonly text: string;
  /** Line to which `broken` is appended and from which it is taken off again, in turn. */
  readonly line: number;
  readonly character: number;
  readonly broken: string;
  readonly hover: { readonly line: number; readonly character: number };
  readonly completion: { readonly line: number; readonly character: number };
  readonly rounds: number;
}

/** Milliseconds between two key strokes of somebody who types fast. */
const betweenKeys = 80;

const uri = 'file:///bench/resources.toml';

/** Opens the text (broken), edits it `rounds` times, asks for hover and completion `rounds` times. @throws when a server is silent for 60 s. */
export async function measure(server: ServerCommand, script: Script): Promise<Timing> {
  const child = spawn(server.command, [...server.args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let published: ((params: PublishDiagnosticsParams) => void) | undefined;
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => {
      if (params.uri === uri) published?.(params);
    },
  );
  connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
    params.items.map(() => ({})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onUnhandledNotification(() => undefined);
  connection.listen();

  const within = async <T>(what: string, promise: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${server.name}: no ${what} in 60 s`)), 60_000);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  };
  /** Resolves with the next diagnostics that hold (or do not hold) an error; warnings of style do not count. */
  const diagnostics = (what: string, wanted: boolean) =>
    within(
      what,
      new Promise<void>((resolve) => {
        published = ({ diagnostics: found }) => {
          const error = found.some(({ severity }) => severity === DiagnosticSeverity.Error);
          if (error === wanted) resolve();
        };
      }),
    );
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };

  try {
    const initialize: Omit<InitializeParams, 'rootUri'> = {
      processId: process.pid,
      capabilities: {
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: true } },
        },
      },
      workspaceFolders: null,
    };
    const { capabilities } = await within(
      'initialize',
      connection.sendRequest<InitializeResult>('initialize', initialize),
    );
    const sync = capabilities.textDocumentSync;
    const incremental =
      (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental;
    await connection.sendNotification('initialized', {});

    // Opened broken, since a server need not say anything of a file that is all right.
    const lines = script.text.split('\n');
    lines[script.line] = `${lines[script.line]}${script.broken}`;
    const brokenText = lines.join('\n');
    const open = await timed(async () => {
      const first = diagnostics('diagnostics after opening', true);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'toml', version: 1, text: brokenText },
      });
      await first;
    });

    let version = 1;
    const change = (broken: boolean) => {
      const start = { line: script.line, character: script.character };
      const end = broken
        ? start
        : { line: script.line, character: script.character + script.broken.length };
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: incremental
          ? [{ range: { start, end }, text: broken ? script.broken : '' }]
          : [{ text: broken ? brokenText : script.text }],
      });
    };
    const edits: number[] = [];
    for (let round = 0; round < script.rounds; round++) {
      await pause(betweenKeys);
      const broken = round % 2 === 1;
      edits.push(
        await timed(async () => {
          const next = diagnostics(`diagnostics after edit ${round}`, broken);
          await change(broken);
          await next;
        }),
      );
    }
    const ask = async (method: string, position: { line: number; character: number }) => {
      const params = { textDocument: { uri }, position };
      type Answer = CompletionItem[] | CompletionList | object | null;
      return within(method, connection.sendRequest<Answer>(method, params));
    };
    const hovers: number[] = [];
    const completions: number[] = [];
    for (let round = 0; round < script.rounds; round++) {
      hovers.push(await timed(() => ask('textDocument/hover', script.hover)));
      completions.push(await timed(() => ask('textDocument/completion', script.completion)));
    }
    return { open, edits, hovers, completions };
  } finally {
    connection.dispose();
    child.kill();
  }
}

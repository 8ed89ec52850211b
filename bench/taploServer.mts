/** Runs @taplo/lsp, which has no executable of its own, over stdin and stdout. Argument: the folder it is installed in. */
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  StreamMessageReader,
  StreamMessageWriter,
  type Message,
} from 'vscode-languageserver-protocol/node';

interface Taplo {
  TaploLsp: {
    initialize(
      environment: object,
      lsp: { onMessage: (message: Message) => void },
    ): Promise<{ send(message: unknown): void }>;
  };
}

const folder = process.argv[2] ?? '.';
const { TaploLsp } = createRequire(path.join(path.resolve(folder), 'package.json'))(
  '@taplo/lsp',
) as Taplo;
const reader = new StreamMessageReader(process.stdin);
const writer = new StreamMessageWriter(process.stdout);
const server = await TaploLsp.initialize(
  {
    now: () => new Date(),
    envVar: () => '',
    envVars: () => [],
    stdErrAtty: () => false,
    stdin: () => Promise.resolve(new Uint8Array()),
    stdout: (bytes: Uint8Array) => Promise.resolve(bytes.length),
    stderr: (bytes: Uint8Array) => Promise.resolve(bytes.length),
    glob: () => [],
    readFile: () => Promise.reject(new Error('nothing is read')),
    writeFile: () => Promise.reject(new Error('nothing is written')),
    urlToFilePath: (url: string) => url.slice('file://'.length),
    isAbsolute: (name: string) => name.startsWith('/'),
    cwd: () => '/',
    findConfigFile: () => undefined,
    fetch: { fetch, Headers, Request, Response },
  },
  { onMessage: (message) => void writer.write(message) },
);
reader.listen((message) => server.send(message));

/** The language server as a program: over standard input and output (`--stdio`) or Node's IPC (`--node-ipc`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { bundledEngine } from '../komodo/patterns/bundled-engine.ts';
import type { Documentation } from '../komodo/schema/documentation.ts';
import { ScriptWorker } from './actions/worker.ts';
import { readTypings } from './actions/typings.ts';
import { formatterIn } from './formatter/formatter.ts';
import { serve } from './serve.ts';

// Reading all files of a workspace leaves much behind at once; V8 would keep the room that it took for good.
setFlagsFromString('--semi-space-growth-factor=1');
// A key is answered in a few milliseconds, and then there is a pause: to have code optimised after so little of it, in the
// midst of an answer, costs a person more than it saves. Fifteen times V8's own measure; later versions measure otherwise.
if (Number.parseInt(process.versions.v8) < 12) setFlagsFromString('--interrupt-budget=1000000');

const connection = createConnection();
let texts: Documentation | undefined;
serve(connection, {
  engine: bundledEngine,
  documentation: () => (texts ??= readDocumentation()),
  pagesFolder: join(__dirname, '..', 'docs', 'diagnostics'),
  format: formatterIn(join(__dirname, 'formatter.js')),
  typescript: new ScriptWorker(join(__dirname, 'actions.js')),
  typings: () => readTypings(join(__dirname, 'typings.json.br')),
});
connection.listen();

/** Lies beside the bundle. */
function readDocumentation(): Documentation {
  try {
    const path = join(__dirname, 'documentation.json');
    return JSON.parse(readFileSync(path, 'utf8')) as Documentation;
  } catch (error) {
    connection.console.warn(`There is no documentation to show: ${String(error)}`);
    return {};
  }
}

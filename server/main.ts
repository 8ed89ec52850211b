/** The language server as a program: over standard input and output (`--stdio`) or Node's IPC (`--node-ipc`). */
import { createConnection } from 'vscode-languageserver/node';
import { serve } from './serve.ts';

const connection = createConnection();
serve(connection);
connection.listen();

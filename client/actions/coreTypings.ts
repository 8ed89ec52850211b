import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { readClientTypings } from '../../api/index.ts';
import { coreTypings, coreTypingsChecked } from '../../protocol/lsp.ts';
import type { Connection } from '../connection.ts';

/** How long a Core may take for all files, in milliseconds. */
const patience = 15_000;

type Files = Readonly<Record<string, string>>;

/**
 * Gets the typings that the connected Core serves when the language server asks for them, and keeps those that it finds
 * good: one file a version, in VS Code's storage of this extension.
 */
export function provideCoreTypings(
  languageClient: Promise<LanguageClient>,
  connection: Connection,
  context: vscode.ExtensionContext,
): void {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'typings');
  const fileOf = (version: string): vscode.Uri => {
    return vscode.Uri.joinPath(folder, `${encodeURIComponent(version)}.json`);
  };
  /** What was read from a Core and is not checked yet, by version. */
  const unchecked = new Map<string, Files>();

  const get = async (version: string): Promise<Files | null> => {
    const kept = await readKept(fileOf(version));
    if (kept) return kept;
    const { core } = connection;
    if (core?.version !== version) return null;
    const signal = AbortSignal.timeout(patience);
    const files = await readClientTypings(core.client, { signal, timeoutMs: patience });
    unchecked.set(version, files);
    return files;
  };
  const take = async (version: string, isGood: boolean): Promise<void> => {
    const files = unchecked.get(version);
    unchecked.delete(version);
    if (!isGood) await vscode.workspace.fs.delete(fileOf(version));
    else if (files) {
      const text = new TextEncoder().encode(JSON.stringify(files));
      await vscode.workspace.fs.writeFile(fileOf(version), text);
    }
  };
  languageClient.then(
    (client) => {
      context.subscriptions.push(
        client.onRequest(coreTypings, ({ version }) => get(version)),
        client.onNotification(coreTypingsChecked, ({ version, isGood }) => {
          // Without a kept file they are read again the next time.
          take(version, isGood).catch(() => undefined);
        }),
      );
    },
    () => undefined,
  );
}

async function readKept(file: vscode.Uri): Promise<Files | undefined> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const files: unknown = JSON.parse(text);
    const isRecord = typeof files === 'object' && files !== null && !Array.isArray(files);
    return isRecord ? (files as Files) : undefined;
  } catch {
    return undefined;
  }
}

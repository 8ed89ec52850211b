import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { readClientTypings } from '../../api/index.ts';
import { coreTypings, coreTypingsChecked } from '../../protocol/scripts.ts';
import type { Connection } from '../connection.ts';
import { isExactVersion } from './exactVersion.ts';

/** How long a Core may take for all files, in milliseconds. */
const patience = 15_000;

type Files = Readonly<Record<string, string>>;

/** Typings that were ready for TypeScript in this session. */
export interface ReadyTypings {
  /** Each version in a folder that is called like it. */
  readonly folder: vscode.Uri;
  readonly versions: ReadonlySet<string>;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * Gets the typings that the connected Core serves when the language server asks for them, and keeps those that it finds
 * good: one file a version, in VS Code's storage of this extension, and beside it what the server has made of them for VS
 * Code's TypeScript.
 */
export function provideCoreTypings(
  languageClient: Promise<LanguageClient>,
  connection: Connection,
  context: vscode.ExtensionContext,
): ReadyTypings {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'typings');
  const fileOf = (version: string): vscode.Uri => {
    return vscode.Uri.joinPath(folder, `${encodeURIComponent(version)}.json`);
  };
  /** What was read from a Core and is not checked yet, by version. */
  const unchecked = new Map<string, Files>();

  const get = async (version: string): Promise<Files | null> => {
    // Files and folders are called like it.
    if (!isExactVersion(version)) return null;
    const kept = await readKept(fileOf(version));
    if (kept) return kept;
    const { core } = connection;
    if (core?.version !== version) return null;
    const signal = AbortSignal.timeout(patience);
    const files = await readClientTypings(core.client, { signal, timeoutMs: patience });
    unchecked.set(version, files);
    return files;
  };
  const ready = vscode.Uri.joinPath(folder, 'ready');
  const versions = new Set<string>();
  const changed = new vscode.EventEmitter<void>();
  const take = async (version: string, made: Files | null): Promise<void> => {
    if (!isExactVersion(version)) return;
    const files = unchecked.get(version);
    unchecked.delete(version);
    if (!made) return vscode.workspace.fs.delete(fileOf(version));
    if (files) await write(fileOf(version), JSON.stringify(files));
    for (const [path, text] of Object.entries(made)) {
      await write(vscode.Uri.joinPath(ready, encodeURIComponent(version), path), text);
    }
    versions.add(version);
    changed.fire();
  };
  languageClient.then(
    (client) => {
      context.subscriptions.push(
        client.onRequest(coreTypings, ({ version }) => get(version)),
        changed,
        client.onNotification(coreTypingsChecked, ({ version, ready: made }) => {
          // Without a kept file they are read again the next time.
          take(version, made).catch(() => undefined);
        }),
      );
    },
    () => undefined,
  );
  return { folder: ready, versions, onDidChange: changed.event };
}

async function write(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
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

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { runnablesInFile } from '../protocol/lsp.ts';
import type { RunnableInFile } from '../protocol/lsp.ts';
import type { RunnableKind } from './runnable.ts';

/** Where a Procedure or Action stands. */
export interface PlacedRunnable {
  readonly uri: vscode.Uri;
  readonly runnable: RunnableInFile;
}

/** How many files of a workspace are looked through at most. */
const mostFiles = 2000;

/** Asks the language server which Procedures and Actions stand in files. */
export class RunnablesInFiles {
  readonly #client: Promise<LanguageClient>;

  constructor(client: Promise<LanguageClient>) {
    this.#client = client;
  }

  /** Those of a file; `text` is what stands in one that is not open. */
  async of(uri: vscode.Uri, text?: string): Promise<readonly RunnableInFile[]> {
    const client = await this.#client;
    return client.sendRequest(runnablesInFile, {
      uri: client.code2ProtocolConverter.asUri(uri),
      ...(text === undefined ? {} : { text }),
    });
  }

  /** The first of this name: in the editor, else in the open files, else in the files of the workspace. */
  async find(kind: RunnableKind, name: string): Promise<PlacedRunnable | undefined> {
    const named = (found: readonly RunnableInFile[]): RunnableInFile | undefined =>
      found.find((runnable) => runnable.kind === kind && runnable.name === name);
    for (const { uri } of openTomlFiles()) {
      const runnable = named(await this.of(uri));
      if (runnable) return { uri, runnable };
    }
    const files = await vscode.workspace.findFiles('**/*.toml', '**/node_modules/**', mostFiles);
    for (const uri of files) {
      const text = await textOf(uri);
      if (!text?.includes(name)) continue;
      const runnable = named(await this.of(uri, text));
      if (runnable) return { uri, runnable };
    }
    return undefined;
  }
}

/** The open TOML files, the one in the editor first. */
function openTomlFiles(): readonly vscode.TextDocument[] {
  const active = vscode.window.activeTextEditor?.document;
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId, isClosed }) => languageId === 'toml' && !isClosed,
  );
  return [...open].sort((a, b) => Number(b === active) - Number(a === active));
}

/** The text of a file on disk; undefined when it can't be read as UTF-8. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { actionScript } from '../../protocol/scripts.ts';
import { actionAt } from '../../protocol/actionPlace.ts';
import { fileName, textOnDisk, writeScript } from './writeScript.ts';

/** In milliseconds: a person who types comes to rest, and what is cut is pasted elsewhere. */
const PAUSE = 50;
const TIME_TO_COME_BACK = 1000;

/** What was seen of a script. */
interface Seen {
  /** Undefined while the TOML has no such Action. */
  readonly script: string | undefined;
  readonly mtime: number;
}

/**
 * Scripts of Actions as files. What is read stands in the TOML file, as it is in the editor or else on disk; what is
 * written is an edit of that file, which is saved too unless it had changes of its own. The editor is told when a script
 * changes in the TOML, and asks by itself where it changed on both sides.
 */
export class ActionFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #client: Promise<LanguageClient>;
  readonly #seen = new Map<string, Seen>();
  /** What the editor was last told or given of each script. */
  readonly #told = new Map<string, string | undefined>();
  /** Scripts that are looked at soon. */
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposables: readonly { dispose(): unknown }[];

  constructor(client: Promise<LanguageClient>) {
    this.#client = client;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.toml');
    const follow = (uri: vscode.Uri): void => this.#followFile(uri);
    this.#disposables = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => follow(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#told.delete(uri.toString())) this.#seen.delete(uri.toString());
        follow(uri);
      }),
      watcher,
      watcher.onDidCreate(follow),
      watcher.onDidChange(follow),
      watcher.onDidDelete(follow),
      this.#changed,
    ];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  watch(): vscode.Disposable {
    // All that are open are followed.
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (!actionAt(uri)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { script, mtime } = await this.#look(uri);
    if (script === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime, size: bytesOf(script).length };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { script } = await this.#look(uri);
    if (script === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    this.#told.set(uri.toString(), script);
    return bytesOf(script);
  }

  /** @throws Error in words for people, where the TOML has no such Action any more or is changed at the same time */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { toml, name } = placeOf(uri);
    const script = new TextDecoder().decode(content);
    if (!(await writeScript(await this.#client, toml, name, script))) {
      throw new Error(goneText(toml, name));
    }
    const written = await this.#look(uri);
    this.#told.set(uri.toString(), written.script);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** What stands in the TOML now. Its time moves on when it is another script than before. */
  async #look(uri: vscode.Uri): Promise<Seen> {
    const { toml, name } = placeOf(uri);
    const client = await this.#client;
    const isOpen = vscode.workspace.textDocuments.some(({ uri: open }) => isSame(open, toml));
    const text = isOpen ? undefined : await textOnDisk(toml);
    const answer =
      isOpen || text !== undefined
        ? await client.sendRequest(actionScript, {
            uri: client.code2ProtocolConverter.asUri(toml),
            name,
            ...(text === undefined ? {} : { text }),
          })
        : null;
    const script = answer ?? undefined;
    const before = this.#seen.get(uri.toString());
    if (before && before.script === script) return before;
    const seen = { script, mtime: Math.max(Date.now(), (before?.mtime ?? 0) + 1) };
    this.#seen.set(uri.toString(), seen);
    return seen;
  }

  /** Tells the editor of the scripts of a file, once that has come to rest. */
  #followFile(toml: vscode.Uri): void {
    for (const script of this.#told.keys()) {
      const uri = vscode.Uri.parse(script);
      if (isSame(placeOf(uri).toml, toml)) this.#followLater(uri, PAUSE);
    }
  }

  #followLater(uri: vscode.Uri, pause: number): void {
    const key = uri.toString();
    clearTimeout(this.#waiting.get(key));
    const follow = (): void => {
      this.#waiting.delete(key);
      this.#follow(uri, pause === TIME_TO_COME_BACK).catch(() => undefined);
    };
    this.#waiting.set(key, setTimeout(follow, pause));
  }

  async #follow(uri: vscode.Uri, isSure: boolean): Promise<void> {
    const key = uri.toString();
    const { script } = await this.#look(uri);
    const before = this.#told.get(key);
    if (!this.#told.has(key) || before === script) return;
    if (script === undefined && !isSure) {
      this.#followLater(uri, TIME_TO_COME_BACK);
      return;
    }
    this.#told.set(key, script);
    const { Changed, Created, Deleted } = vscode.FileChangeType;
    const isBack = before === undefined;
    const type = script === undefined ? Deleted : isBack ? Created : Changed;
    this.#changed.fire([{ type, uri }]);
    if (script !== undefined) return;
    const { toml, name } = placeOf(uri);
    void vscode.window.showWarningMessage(goneText(toml, name));
  }
}

function placeOf(uri: vscode.Uri): { readonly toml: vscode.Uri; readonly name: string } {
  const place = actionAt(uri);
  if (!place) throw vscode.FileSystemError.FileNotFound(uri);
  return { toml: vscode.Uri.from(place.toml), name: place.name };
}

const goneText = (toml: vscode.Uri, name: string): string =>
  `${fileName(toml)} has no Action “${name}” any more. What its tab shows is nowhere else: copy what you need.`;

const isSame = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString();

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

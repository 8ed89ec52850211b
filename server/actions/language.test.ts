import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { legend } from '../features/semanticTokens.ts';
import { TestClient } from '../testing/client.ts';
import { textIn, withCursor } from '../testing/text.ts';

const uri = 'file:///files/actions.toml';
const action = (script: string, quote = '"""') =>
  `[[action]]\nname = "a"\n[action.config]\nfile_contents = ${quote}\n${script}\n${quote}\n`;

const at = (uri: string, line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});

describe('TypeScript in the script of an Action', () => {
  let client: TestClient;
  let version = 0;
  const progress: object[] = [];
  /** The file that was checked last. */
  let checked = '';
  before(async () => {
    client = await TestClient.start({ capabilities: { window: { workDoneProgress: true } } });
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onNotification('$/progress', ({ value }: { value: object }) => {
      progress.push(value);
    });
    // A person gets no completions before the typings are read; on a busy machine that takes longer than one waits.
    await diagnosed(action('const a = ;'));
  });
  after(() => client.stop());

  /** Opens a text with a `|` and asks something there. */
  async function askOnce<Answer>(
    method: string,
    marked: string,
    more: object = {},
  ): Promise<Answer> {
    const { document, position } = withCursor(marked);
    await client.open(uri, document.text, ++version);
    return client.connection.sendRequest(method, { textDocument: { uri }, position, ...more });
  }
  /**
   * The same of what is sure to have an answer. On a busy machine TypeScript may not have it in the two seconds that a
   * person waits, who then asks again.
   */
  async function ask<Answer>(method: string, marked: string, more: object = {}): Promise<Answer> {
    for (;;) {
      const answer = await askOnce<Answer | null>(method, marked, more);
      const isLate = answer === null || 'isIncomplete' in (answer as object);
      if (!isLate && !(Array.isArray(answer) && answer.length === 0)) return answer;
    }
  }
  /** The diagnostics of a text, when those of its scripts are there. */
  async function diagnosed(text: string): Promise<Diagnostic[]> {
    // Of a file that was open before, what was found there would stand until it is looked at anew.
    checked = `file:///files/checked${++version}.toml`;
    await client.open(checked, text, version);
    for (;;) {
      const found = client.published(checked).findLast((each) => each.version === version);
      const inScripts = found?.diagnostics.filter(({ code }) => code !== 'duplicate-name');
      if (inScripts && inScripts.length > 0) return inScripts;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const labels = (items: CompletionItem[]) => items.map(({ label }) => label);

  it('is waited for in sight', () => {
    assert.deepEqual(progress, [{ kind: 'begin', title: 'Reading TypeScript…' }, { kind: 'end' }]);
  });

  it('completes, and documents what is chosen', async () => {
    const items = await ask<CompletionItem[]>('textDocument/completion', action('await komodo.|'));
    for (const name of ['read', 'write', 'execute', 'execute_and_poll', 'execute_server_terminal'])
      assert.ok(labels(items).includes(name), name);
    const item = items.find(({ label }) => label === 'execute')!;
    const resolved = await client.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      item,
    );
    assert.match(JSON.stringify(resolved.documentation), /\/execute/);
    assert.match(resolved.detail!, /^\(property\) execute/);
  });

  it('completes requests, and names within them', async () => {
    const requests = await ask<CompletionItem[]>(
      'textDocument/completion',
      action('await komodo.read("Li|")'),
    );
    assert.ok(labels(requests).includes('ListServers'));
    const stack = '[[stack]]\nname = "web"\n';
    const names = await ask<CompletionItem[]>(
      'textDocument/completion',
      stack + action('await komodo.read("GetStack", { stack: "|" })'),
    );
    assert.ok(labels(names).includes('web'));
  });

  it('writes what is put in as the string needs it', async () => {
    const text =
      '[[action]]\nname = "a"\nconfig.file_contents = "const o = { \\"a-b\\": 1 }; o.|"\n';
    const items = await ask<CompletionItem[]>('textDocument/completion', text);
    const item = items.find(({ label }) => label === 'a-b');
    assert.match(JSON.stringify(item?.textEdit), /\[\\\\\\"a-b\\\\\\"\]/);
  });

  it('is shown on hover, with signatures', async () => {
    const hover = await ask<Hover>(
      'textDocument/hover',
      action('await komodo.exe|cute("RunBuild", { build: "b" });'),
    );
    assert.match(JSON.stringify(hover.contents), /```typescript/);
    assert.deepEqual(hover.range, {
      start: { line: 4, character: 13 },
      end: { line: 4, character: 20 },
    });
    const help = await ask<SignatureHelp>(
      'textDocument/signatureHelp',
      action('await komodo.read(|)'),
    );
    assert.match(help.signatures[0]!.label, /^read/);
  });

  it('leads to definitions, in the script and in the typings', async () => {
    const [own] = await ask<Location[]>(
      'textDocument/definition',
      action('const x = 1;\nconsole.log(|x);'),
    );
    assert.deepEqual(own, {
      uri,
      range: { start: { line: 4, character: 6 }, end: { line: 4, character: 7 } },
    });
    const [typing] = await ask<Location[]>(
      'textDocument/definition',
      action('komodo.rea|d("GetVersion", {});'),
    );
    assert.match(typing!.uri, /^file:.*client\/lib\.d\.ts$/);
  });

  it('finds and renames what stands there', async () => {
    const script = action('const na|me = 1;\nconsole.log(name);');
    const found = await ask<Location[]>('textDocument/references', script, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [4, 5],
    );
    const edit = await ask<WorkspaceEdit>('textDocument/rename', script, { newName: 'other' });
    assert.deepEqual(
      edit.changes![uri]!.map(({ newText }) => newText),
      ['other', 'other'],
    );
    await assert.rejects(
      askOnce('textDocument/rename', script, { newName: 'a b' }),
      /is no name in TypeScript/,
    );
  });

  it('has the colours of its words, and of the names that Komodo knows', async () => {
    const script = action(
      'async function f(item: Types.Stack) { return item.name; }\nawait komodo.read("GetStack", { stack: "web" });|',
    );
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', script);
    const { text } = withCursor(script).document;
    const tokens: string[] = [];
    for (let at = 0, line = 0, character = 0; at < data.length; at += 5) {
      const [down, right, length, type, modifiers] = data.slice(at, at + 5);
      character = down === 0 ? character + right! : right!;
      line += down!;
      const word = text.split('\n')[line]!.slice(character, character + length!);
      const own = legend.tokenModifiers.filter((_, bit) => (modifiers! & (1 << bit)) !== 0);
      tokens.push([word, legend.tokenTypes[type!], ...own].join(' '));
    }
    for (const token of [
      'f function declaration async',
      'item parameter declaration',
      'Stack type',
      'name property',
      'komodo variable readonly',
      'read method',
      'web type stack',
    ])
      assert.ok(
        tokens.some((each) => each.startsWith(token)),
        `${token} is none of ${tokens.join(', ')}`,
      );
  });

  it('has its outline in that of the file', async () => {
    const symbols = await ask<DocumentSymbol[]>(
      'textDocument/documentSymbol',
      action('function f() {}|'),
    );
    assert.match(JSON.stringify(symbols), /"name":"f"/);
    assert.doesNotMatch(JSON.stringify(symbols), /"name":"main"/);
  });

  it('is selected by what it is made of', async () => {
    const marked = action('f(ARGS.na|me, 1);');
    const { document, position } = withCursor(marked);
    const steps: string[] = [];
    // Where TypeScript is late the selection grows over the lines alone.
    while (steps[0] !== 'name') {
      const positions = [position];
      const grown = await ask<SelectionRange[]>('textDocument/selectionRange', marked, {
        positions,
      });
      steps.length = 0;
      for (let step: SelectionRange | undefined = grown[0]; step; step = step.parent) {
        steps.push(textIn(document, step.range));
      }
    }
    assert.deepEqual(steps.slice(1, 3), ['ARGS.name', 'ARGS.name, 1']);
  });

  it('is folded, and formatted within its lines', async () => {
    const script = action('if (ARGS.a) {\n  f();\n  g();\n}|').replace(
      'file_contents',
      'arguments = "NAME=1"\nfile_contents',
    );
    const folds = await ask<object[]>('textDocument/foldingRange', script);
    assert.ok(folds.some((fold) => JSON.stringify(fold) === '{"startLine":5,"endLine":7}'));
    const items = await ask<CompletionItem[]>(
      'textDocument/completion',
      script.replace('|', '\nARGS.|'),
    );
    assert.ok(labels(items).includes('NAME'));
  });

  it('is checked, and mended', async () => {
    const [found, ...others] = await diagnosed(
      action('const servers: string[] = [];\nservers.psh("a");'),
    );
    assert.deepEqual(others, []);
    assert.equal(found?.code, 'script-type');
    assert.deepEqual(found.range.start, { line: 5, character: 8 });
    const fixes = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: checked },
      range: found.range,
      context: { diagnostics: [found] },
    });
    const fix = fixes.find(({ title }) => title === "Change spelling to 'push'")!;
    assert.deepEqual(fix.edit!.changes![checked], [{ range: found.range, newText: 'push' }]);
    assert.deepEqual(
      (await diagnosed(action('komodo.execute("RunBuild", { build: "b" });')))
        .map(({ code }) => code)
        .sort(),
      ['missing-await'],
    );
  });

  it('loses what it imports and does not use by a quick fix', async () => {
    const [found, ...others] = await diagnosed(
      action('const { a, b } = await import("npm:x@1");\nconsole.log(a);'),
    );
    assert.deepEqual(others, []);
    assert.match(found?.message as string, /'b' is declared but its value is never read/);
    const fixes = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: checked },
      range: found!.range,
      context: { diagnostics: [found!] },
    });
    const fix = fixes.find(({ title }) => title === "Remove unused declaration for: 'b'")!;
    const [edit] = fix.edit!.changes![checked]!;
    assert.deepEqual([edit?.newText, edit?.range.start], ['', { line: 4, character: 9 }]);
  });

  it('is ended by no script, however bad', async () => {
    const endless = `type T<N extends number, A extends unknown[] = []> = A['length'] extends N ? A : T<N, [...A, 0, ...A]>;
let x: T<99999>; let y: T<77777> = x!; console.log(y);`;
    await client.open(uri, action(endless), ++version);
    await askOnce('textDocument/completion', action('await komodo.|'));
    const long = action('x;'.repeat(500_000));
    await client.open(uri, long, ++version);
    assert.equal(await client.connection.sendRequest('textDocument/hover', at(uri, 4, 0)), null);
    const [found] = await diagnosed(action('const a = ;'));
    assert.equal(found?.code, 'script-syntax');
    const [tooLong] = await diagnosed(long);
    assert.equal(tooLong?.code, 'script-unchecked');
    assert.match(tooLong.message as string, /too long to be checked: 977 of at most 256 KiB/);
  });
});

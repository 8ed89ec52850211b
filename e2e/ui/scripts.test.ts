import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyOfSample } from '../../scripts/test/workspace.mts';
import { untilEqual, untilShown } from '../support/attempts.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who writes Actions as files of TypeScript', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    const workspace = copyOfSample();
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
      writeFileSync(path.join(workspace, file), text);
    };
    const script =
      'const stacks = await komodo.read("ListStacks", {});\nif (stacks.length === 0) return;\n';
    const settings = {
      'komodo.actions.include': ['jobs/*.ts'],
      // What is saved stands in the TOML too, and is told there as well.
      'files.autoSave': 'off',
    };
    write('.vscode/settings.json', JSON.stringify(settings));
    write('plain.ts', 'export const plain = 1;\n');
    write('hello.ts', `// komodo: action\n${script}nope();\n`);
    write('jobs/nightly.ts', `${script}alsoNope();\n`);
    write('actions/tsconfig.json', '{}\n');
    write('linked.ts', '// komodo: action\nconsole.log(ARGS.limit);\n');
    write(
      'linked.toml',
      '[[action]]\nname = "linked"\nconfig.arguments = "limit: 80"\nconfig.arguments_format = "yaml"\n# komodo: file[linked.ts]\nconfig.file_contents = "console.log(ARGS.limit);"\n',
    );
    vscode = await openVSCode({ workspace });
  });
  after(() => vscode.close());

  /** The words that are underlined as errors, once there are any. */
  async function onlyErrorIs(text: string): Promise<void> {
    const rows = await vscode.problems();
    await rows.filter({ hasText: `Cannot find name '${text}'` }).waitFor();
    await vscode.screenshot(`script-${text}`);
    // Of a file that is closed while TypeScript looks at it VS Code may list what is told late.
    const found = (severity: 'error' | 'warning') => vscode.editor.squiggles(severity).count();
    await untilEqual(async () => [await found('error'), await found('warning')], [0, 1]);
  }

  /** How often something of a name is proposed at the cursor. */
  async function proposals(name: string): Promise<number> {
    const items = await vscode.editor.suggestions(`${name},`);
    return items.filter((item) => item.startsWith(`${name},`)).length;
  }

  /** Takes away what stands in the line of the cursor, and what is proposed there. The line stays, for others to type in. */
  async function clearLine(): Promise<void> {
    for (const key of ['Escape', 'End', 'Shift+Home', 'Delete']) {
      await vscode.page.keyboard.press(key);
    }
  }

  it('is left alone in TypeScript that is none', async () => {
    await vscode.openFile('plain.ts');
    await vscode.editor.hover('plain', /const plain: 1/, 'export const');
    assert.equal(await vscode.statusItem('Sandbox').count(), 0);
  });

  it('has them known by their first line', async () => {
    await vscode.openFile('hello.ts');
    await vscode.statusItem('Sandbox').waitFor();
    await onlyErrorIs('nope');
    await vscode.editor.hover('stacks', /const stacks: .*ListStacksResponse/, 'const stacks');
  });

  it('is answered once', async () => {
    await vscode.editor.goTo(5, 1);
    await vscode.editor.type('komodo.');
    assert.equal(await proposals('execute'), 1);
    await vscode.screenshot('script-completion');
    await clearLine();
  });

  it('has the arguments of the Action told of that is linked to it, and their types, once', async () => {
    await vscode.openFile('linked.ts');
    const words = await vscode.editor.hover('limit', /\(property\) limit: number/, 'ARGS.limit');
    assert.match(words, /By default 80/);
    await vscode.screenshot('script-argument');
    await vscode.editor.goTo(3, 1);
    await vscode.editor.type('ARGS.');
    assert.equal(await proposals('limit'), 1);
    await vscode.screenshot('script-arguments');
    await vscode.editor.type('limit.');
    assert.equal(await proposals('toFixed'), 1);
    await clearLine();
  });

  it('has them as they stand in the TOML now', async () => {
    await vscode.openFile('linked.toml');
    await vscode.editor.select('limit: 80');
    await vscode.editor.type('limit: many');
    await vscode.openFile('linked.ts');
    await vscode.editor.hover('limit', /\(property\) limit: string/, 'ARGS.limit');
    await vscode.openFile('linked.toml');
    await vscode.clickLens('Open as TypeScript', vscode.shows('linked.ts'));
    await vscode.editor.hover('limit', /\(property\) limit: string/, 'ARGS.limit');
    await vscode.screenshot('script-argument-in-tab');
  });

  it('has the names of resources completed, once', async () => {
    await vscode.openFile('actions.toml');
    await vscode.openFile('hello.ts');
    await vscode.editor.goTo(5, 1);
    await vscode.editor.type('await komodo.read("GetStack", { stack: "');
    assert.equal(await proposals('shop-staging'), 1);
    await vscode.screenshot('script-names');
    await clearLine();
  });

  it('has what TypeScript finds ignored by a comment', async () => {
    const file = path.join(vscode.workspace, 'komodo', 'ignoring.ts');
    writeFileSync(file, '// komodo: action\nnope();\n');
    await vscode.openFile('ignoring.ts');
    await vscode.editor.squiggles('warning').first().waitFor();
    await vscode.editor.goTo(2, 2);
    await vscode.codeAction('Quick Fix...', 'Ignore `ts2304` here');
    await vscode.editor.lines.filter({ hasText: '// komodo: ignore[ts2304]' }).waitFor();
    await vscode.editor.squiggles('warning').first().waitFor({ state: 'detached' });
  });

  it('has a name mended that is nowhere, and the right one told of, once', async () => {
    await vscode.openFile('hello.ts');
    await vscode.editor.goTo(5, 1);
    await vscode.editor.type('await komodo.read("GetStack", { stack: "shop-stagign" });');
    const rows = await vscode.problems();
    const told = rows.filter({ hasText: 'There is no stack' });
    await told.first().waitFor();
    assert.equal(await told.count(), 1);
    await vscode.editor.select('shop-stagign');
    await vscode.codeAction('Quick Fix...', 'Change to `shop-staging`');
    await told.first().waitFor({ state: 'detached' });
    const words = await vscode.editor.hover('shop-staging', /shop-staging — stack/);
    assert.equal(words.split('shop-staging — stack').length, 2, words);
    await vscode.screenshot('script-name-hover');
    await vscode.command('Go to Definition');
    await vscode.shows('stacks.toml').waitFor();
    await vscode.openFile('hello.ts');
    await vscode.editor.goTo(5, 1);
    await clearLine();
  });

  it('has a resource renamed from there, in the TOML too', async () => {
    await vscode.editor.goTo(5, 1);
    await vscode.editor.type('await komodo.read("GetStack", { stack: "postgres" });');
    await vscode.editor.select('"postgres"');
    await vscode.page.keyboard.press('ArrowLeft');
    await vscode.page.keyboard.press('ArrowRight');
    const box = vscode.page.locator('.rename-box input');
    await untilShown(box, {
      ask: () => vscode.page.keyboard.press('F2'),
      dismiss: () => vscode.editor.focus(),
    });
    await box.fill('database');
    await box.press('Enter');
    await vscode.editor.select('"database"');
    await vscode.screenshot('script-rename');
    await vscode.openFile('stacks.toml');
    await vscode.editor.select('name = "database"');
    await vscode.openFile('hello.ts');
    await vscode.editor.goTo(5, 1);
    await clearLine();
  });

  it('has them known by a setting', async () => {
    await vscode.saveAll();
    await vscode.command('View: Close All Editors');
    await vscode.openFile('nightly.ts');
    await onlyErrorIs('alsoNope');
  });

  it('has the script of a TOML file known in its tab, and answered once', async () => {
    await vscode.openFile('actions.toml');
    await vscode.clickLens('Open as TypeScript', vscode.shows('check-staging.ts'));
    await vscode.editor.hover('stack', /const stack: .*Stack/, 'const stack =');
    await vscode.editor.goTo(5, 1);
    await vscode.editor.type('komodo.');
    assert.equal(await proposals('execute'), 1);
    await vscode.page.keyboard.press('Escape');
    await vscode.screenshot('script-in-tab');
    // VS Code itself says nothing of types where no file is.
    await vscode.editor.type('inTab();');
    const rows = await vscode.problems();
    const told = rows.filter({ hasText: "'inTab'" });
    await told.first().waitFor();
    await vscode.screenshot('script-in-tab-checked');
    assert.equal(await told.count(), 1);
  });

  it('sets up the typings for other editors, and is asked before something is overwritten', async () => {
    await vscode.command('Komodo: Set Up Action Typings…');
    await vscode.quickInput.answer('Which folder holds the scripts?', 'actions');
    await vscode.dialog.waitFor();
    await vscode.screenshot('typings-overwrite');
    assert.match(await vscode.dialog.innerText(), /actions\/tsconfig\.json/);
    await vscode.dialog.getByRole('button', { name: 'Overwrite' }).click();
    await vscode.notification(/typings of Komodo .* are in actions\/\.komodo/).waitFor();
    const folder = path.join(vscode.workspace, 'actions');
    assert.match(readFileSync(path.join(folder, 'tsconfig.json'), 'utf8'), /\.komodo/);
    assert.ok(existsSync(path.join(folder, '.komodo', 'client', 'types.d.ts')));
  });
});

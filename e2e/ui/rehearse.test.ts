import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/root.mts';
import { copyOfSample } from '../../scripts/test/workspace.mts';

import { untilEqual } from '../support/attempts.ts';
import { startCore, type OtherCore } from '../support/core.ts';
import { untilGone } from '../support/processes.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

const program = path.join(root, 'node_modules', 'deno', 'bin.cjs');

const names = ['core', 'periphery'].flatMap((app) =>
  ['x86', 'aarch64'].map((arch) => `komodo-${app}-${arch}-dev`),
);

/** A script that Komodo's documentation has, with what it is about, and one that does not end. */
const toml = `
[[action]]
name = "set-version"
[action.config]
file_contents = """
const VERSION = "1.16.5";
const BRANCH = "dev/" + VERSION;
const APPS = ["core", "periphery"];
const ARCHS = ["x86", "aarch64"];

await komodo.write("UpdateVariableValue", {
  name: "KOMODO_DEV_VERSION",
  value: VERSION,
});
console.log("Updated KOMODO_DEV_VERSION to " + VERSION);

for (const app of APPS) {
  for (const arch of ARCHS) {
    const name = \`komodo-\${app}-\${arch}-dev\`;
    await komodo.write("UpdateBuild", {
      id: name,
      config: { version: VERSION as any, branch: BRANCH },
    });
    console.log(\`Updated Build \${name} to \${VERSION}\`);
  }
}
"""

[[action]]
name = "endless"
[action.config]
file_contents = """
console.log("it begins");
for (let i = 0; ; i++) await new Promise((resolve) => setTimeout(resolve, 10));
"""

[[action]]
name = "unclosed"
[action.config]
file_contents = """
console.log("[[KOMODO_DEV_VERSION");
"""

[[action]]
name = "tidy"
[action.config]
file_contents = """
const id = "komodo-core-x86-dev";
await komodo.write("UpdateResourceMeta", { target: { type: "Build", id }, tags: ["old"] });
await komodo.write("RenameBuild", { id, name: "core" });
await komodo.write("DeleteBuild", { id: "komodo-core-aarch64-dev" });
await komodo.execute("BatchRunBuild", { pattern: "komodo-*" });
const left = await komodo.read("ListBuilds", { query: { terms: ["o"] } });
console.log(left.map(({ name }) => name).join(" "), "[[ACTION_API_KEY]]");
"""

[[variable]]
name = "KOMODO_DEV_VERSION"
value = "1.16.4"
${names.map((name) => `\n[[build]]\nname = "${name}"\nconfig.version = "1.16.4"\nconfig.branch = "main"\n`).join('')}`;

/** Resolves when no script is rehearsed any more. */
const untilNoDeno = (): Promise<void> =>
  untilGone(
    (command) =>
      command.includes('--ext=ts') && command.some((part) => part.startsWith('--allow-net=')),
  );

describe('a person who rehearses an Action', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    const workspace = copyOfSample();
    writeFileSync(path.join(workspace, 'komodo', 'release.toml'), toml);
    vscode = await openVSCode({
      workspace,
      settings: { 'komodo.deno.path': program },
    });
    await vscode.openFile('release.toml');
  });
  after(() => vscode.close());

  const inPanel = (text: string | RegExp) => vscode.webview.getByText(text).first();

  it('sees what it would change, resource by resource, and what it prints', async () => {
    await vscode.clickLens('Rehearse', inPanel('set-version'));
    await inPanel('Nothing was changed').waitFor();
    await inPanel('5 would-be changes').waitFor();
    await inPanel('Updated Build komodo-periphery-aarch64-dev to 1.16.5').waitFor();
    const all = (what: string) => vscode.webview.locator(what).allTextContents();
    await untilEqual(
      () => all('.thing-title'),
      ['Variable KOMODO_DEV_VERSION', ...names.map((name) => `Build ${name}`)],
    );
    await untilEqual(
      () => all('.change'),
      [
        '- value = "1.16.4"',
        '+ value = "1.16.5"',
        ...names.flatMap(() => [
          '- version = "1.16.4"',
          '+ version = "1.16.5"',
          '- branch = "main"',
          '+ branch = "dev/1.16.5"',
        ]),
      ],
    );
    await vscode.screenshot('rehearsal');
  });

  it('compares a resource as it is with what it would be', async () => {
    await vscode.webview.getByRole('button', { name: 'Build komodo-core-x86-dev' }).click();
    const tab = vscode.page.locator('.tab.active', { hasText: 'rehearsed, not changed' });
    await tab.waitFor();
    await vscode.page
      .locator('.monaco-diff-editor .view-line', { hasText: 'dev/1.16.5' })
      .waitFor();
    await vscode.screenshot('rehearsal-diff');
    await vscode.command('View: Close Editor');
    await tab.waitFor({ state: 'detached' });
  });

  for (const theme of ['Light Modern', 'Default High Contrast', 'Default High Contrast Light']) {
    it(`reads it in ${theme}`, async () => {
      const deno = { 'komodo.deno.path': program };
      vscode.changeSettings({ ...deno, 'workbench.colorTheme': theme });
      const kind =
        theme === 'Light Modern' ? 'vs' : theme.includes('Light') ? 'hc-light' : 'hc-black';
      await vscode.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await inPanel('5 would-be changes').waitFor();
      await vscode.screenshot(`rehearsal-${kind}`);
    });
  }

  it('has changed nothing', async () => {
    assert.equal(readFileSync(path.join(vscode.workspace, 'komodo', 'release.toml'), 'utf8'), toml);
    // So that it can be told from the rehearsal before.
    await vscode.editor.replace('VERSION = "1.16.5"', 'VERSION = "1.16.6"');
    await vscode.command('Komodo: Rehearse Action');
    await inPanel('- value = "1.16.4"').waitFor();
    await inPanel('+ value = "1.16.6"').waitFor();
  });

  it('cancels one that does not end, and no Deno is left', async () => {
    await vscode.openFile('release.toml');
    await vscode.editor.goTo(32, 1);
    await vscode.command('Komodo: Rehearse Action');
    await inPanel('it begins').waitFor();
    await vscode.screenshot('rehearsal-running');
    await vscode.webview.getByRole('button', { name: 'Cancel' }).click();
    await inPanel('cancelled').waitFor();
    await untilNoDeno();
  });

  it('sees what would have other names and tags, or be gone', async () => {
    await vscode.openFile('release.toml');
    await vscode.editor.goTo(48, 1);
    await vscode.command('Komodo: Rehearse Action');
    await inPanel(
      'core komodo-periphery-aarch64-dev komodo-periphery-x86-dev shop-api shop-web <',
    ).waitFor();
    await inPanel('[[ACTION_API_KEY]]: a placeholder').waitFor();
    await inPanel('would be executed for komodo-periphery-aarch64-dev, komodo').waitFor();
    await inPanel('would be deleted').waitFor();
    await vscode.webview.getByText('+ tags = ["old"]').waitFor();
    await vscode.screenshot('rehearsal-meta');
    await vscode.webview.getByRole('button', { name: '→ core' }).click();
    const added = vscode.page.locator('.monaco-diff-editor .modified .view-line');
    await added.filter({ hasText: 'tags = ["old"]' }).waitFor();
    await added.filter({ hasText: 'name = "core"' }).waitFor();
    await vscode.screenshot('rehearsal-meta-diff');
    await vscode.command('View: Close Editor');
  });

  it('is told why one did not even begin', async () => {
    await vscode.openFile('release.toml');
    await vscode.editor.goTo(40, 1);
    await vscode.command('Komodo: Rehearse Action');
    await inPanel('the script did not begin').waitFor();
    await inPanel('The script has a [[ that is never closed').waitFor();
    await inPanel('The script did not run.').waitFor();
    await vscode.screenshot('rehearsal-not-begun');
  });
});

describe('a person who rehearses a script in a file of its own', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    const workspace = copyOfSample();
    const write = (name: string, text: string) =>
      writeFileSync(path.join(workspace, 'komodo', name), text);
    write('linked.ts', '// komodo: action\nconsole.log(`linked ${JSON.stringify(ARGS)}`);\n');
    write(
      'linked.toml',
      `[[action]]\nname = "greet"\n[action.config]\narguments = "name = web"\n# komodo: file[linked.ts]\nfile_contents = """\nconsole.log(\`linked \${JSON.stringify(ARGS)}\`);\n"""\n`,
    );
    write(
      'own.ts',
      '// komodo: action\n// komodo: args {"limit": 80}\nconsole.log(`own ${JSON.stringify(ARGS)}`);\n',
    );
    write('asks.ts', '// komodo: action\nconsole.log(`asks ${ARGS.stack}`);\n');
    vscode = await openVSCode({ workspace, settings: { 'komodo.deno.path': program } });
  });
  after(() => vscode.close());

  const inPanel = (text: string) => vscode.webview.getByText(text).first();
  const rehearse = async (file: string) => {
    await vscode.openFile(file);
    await vscode.command('Komodo: Rehearse Action');
  };

  it('is shown the arguments of the Action that is linked to it', async () => {
    await rehearse('linked.ts');
    await vscode.quickInput.pick('Rehearse with defaults');
    await inPanel('linked {"name":"web"}').waitFor();
  });

  it('is shown those that a comment in it says', async () => {
    await rehearse('own.ts');
    await vscode.quickInput.pick('limit');
    await vscode.quickInput.answer('ARGS.limit', '95');
    await vscode.quickInput.pick('Rehearse with 1 changed');
    await inPanel('own {"limit":95}').waitFor();
  });

  it('is asked for those that it reads, where nothing says them', async () => {
    await rehearse('asks.ts');
    await vscode.quickInput.pick('not given');
    await vscode.screenshot('args-open');
    await vscode.quickInput.answer('ARGS.stack', 'blog');
    await vscode.quickInput.pick('Rehearse with 1 given');
    await inPanel('asks blog').waitFor();
  });
});

describe('a person who runs an Action that has arguments', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode({
      settings: { 'komodo.deno.path': program },
    });
    await vscode.openFile('actions.toml');
  });
  after(() => vscode.close());

  const inPanel = (text: string) => vscode.webview.getByText(text).first();

  async function runReport(): Promise<void> {
    await vscode.command('Komodo: Run Action');
    await vscode.quickInput.pick('report-disk-space');
    await vscode.page
      .locator('.quick-input-title', { hasText: 'Run report-disk-space: ARGS' })
      .waitFor();
  }

  it('runs it with its defaults by a key', async () => {
    await runReport();
    await vscode.screenshot('args');
    await vscode.quickInput.box.press('Enter');
    await inPanel('ARGS: {"limit":80}').waitFor();
  });

  it('changes one for this time', async () => {
    await runReport();
    await vscode.quickInput.pick('limit');
    await vscode.quickInput.answer('ARGS.limit', 'many');
    await vscode.page.getByText('Type a number').first().waitFor();
    await vscode.quickInput.answer('ARGS.limit', '95');
    await vscode.page.getByText('instead of 80').waitFor();
    await vscode.screenshot('args-changed');
    await vscode.quickInput.pick('Run with 1 changed');
    await inPanel('ARGS: {"limit":95}').waitFor();
  });
});

describe('a person who rehearses on a Core', () => {
  let core: OtherCore;
  let vscode: VSCodeWindow;
  before(async () => {
    core = await startCore();
    vscode = await openVSCode({ settings: { 'komodo.deno.path': program } });
    await vscode.openFile('actions.toml');
    await vscode.command('Komodo: Add Profile');
    await vscode.quickInput.answer('(1/4)', core.address);
    await vscode.quickInput.answer('(2/4)', core.key);
    await vscode.quickInput.answer('(3/4)', core.secret);
    await vscode.quickInput.answer('(4/4)', 'quay');
    await vscode.statusItem('quay').waitFor();
  });
  after(async () => {
    await vscode.close();
    core.stop();
  });

  const inPanel = (text: string) => vscode.webview.getByText(text).first();

  it('reads that Core, by the menu of an Action', async () => {
    await vscode.openViews('Komodo');
    const row = vscode.treeRows.filter({ hasText: 'check-staging' }).first();
    await vscode.chooseFromMenu(row, 'Rehearse Action');
    await inPanel('script of quay').waitFor();
    await inPanel('looking at shop-staging').waitFor();
    await inPanel('Nothing was changed. quay (').waitFor();
    await inPanel('The script would have changed nothing.').waitFor();
    await vscode.screenshot('rehearsal-core');
  });

  it('rehearses with an argument changed', async () => {
    await vscode.openFile('actions.toml');
    await vscode.editor.goTo(14, 1);
    await vscode.command('Komodo: Rehearse Action');
    await vscode.quickInput.pick('limit');
    await vscode.quickInput.answer('ARGS.limit', '95');
    await vscode.quickInput.pick('Rehearse with 1 changed');
    await inPanel('ARGS {"limit":95}').waitFor();
  });
});

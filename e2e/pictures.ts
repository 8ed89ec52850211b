/**
 * `npm run pictures`: takes the README's pictures of the real thing into media/readme.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { whenStarted } from '../scripts/main.mts';
import { packageExtension } from '../scripts/package.mts';
import { root } from '../scripts/root.mts';
import { copyOfSample } from '../scripts/test/workspace.mts';
import { Debugger } from './support/debugger.ts';
import { closeVSCode, openVSCode } from './support/vscode.ts';
import type { VSCodeWindow } from './support/vscodeWindow.ts';

const folder = path.join(root, 'media', 'readme');

async function take(vscode: VSCodeWindow, name: string): Promise<void> {
  // A hover fades in.
  await vscode.page.waitForTimeout(500);
  await vscode.page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function verdict(vscode: VSCodeWindow): Promise<void> {
  await vscode.editor.replace('params.repo = "infra"', 'params.pattern = "infra"');
  await vscode.problems();
  await vscode.editor.squiggles('error').first().waitFor();
  await vscode.editor.hover('params', /missing field `repo`/, 'params.pattern = "infra"');
  await take(vscode, 'verdict');
  await vscode.page.keyboard.press('Control+J');
  await vscode.editor.replace('params.pattern = "infra"', 'params.repo = "infra"');
}

async function pattern(vscode: VSCodeWindow): Promise<void> {
  await vscode.editor.select('blog*');
  await vscode.editor.hover('blog*', /blog-comments/);
  await take(vscode, 'pattern');
}

async function run(vscode: VSCodeWindow): Promise<void> {
  await vscode.command('Komodo: Run Procedure');
  await vscode.quickInput.pick('release-shop');
  await vscode.webview.getByText("Executing stage: 'Data first'").first().waitFor();
  await take(vscode, 'run');
  await vscode.notification('release-shop').waitFor();
  await vscode.command('Notifications: Clear All Notifications');
}

const raiseVersion = `
[[action]]
name = "raise-version"
[action.config]
file_contents = """
const version = "2.1.0";
for (const build of ["shop-api", "shop-web"]) {
  await komodo.write("UpdateBuild", { id: build, config: { version } });
  console.log(\`\${build} is at \${version} now\`);
}
await komodo.execute("RunProcedure", { procedure: "release-shop" });
"""
`;

async function rehearsal(vscode: VSCodeWindow): Promise<void> {
  await vscode.openFile('versions.toml');
  await vscode.clickLens('Rehearse', vscode.webview.getByText('would-be changes'));
  await take(vscode, 'rehearsal');
}

async function debugging(vscode: VSCodeWindow): Promise<void> {
  const debug = new Debugger(vscode.page);
  await vscode.editor.goTo(9, 1);
  await debug.addBreakpoint(9);
  await vscode.command('Komodo: Debug Action');
  await debug.stopsAt(9);
  // It names the folder that this runs in.
  await vscode.page.locator('.pane-header', { hasText: 'Call Stack' }).click();
  for (const scope of ['Local: script', 'Block: script']) {
    await debug.variables.filter({ hasText: scope }).click();
  }
  await debug.variables.filter({ hasText: 'version' }).waitFor();
  await take(vscode, 'debugging');
  await vscode.page.keyboard.press('Shift+F5');
  await debug.ends();
}

await whenStarted(import.meta, async () => {
  mkdirSync(folder, { recursive: true });
  await packageExtension();
  try {
    const workspace = copyOfSample();
    writeFileSync(path.join(workspace, 'komodo', 'versions.toml'), raiseVersion);
    const deno = path.join(root, 'node_modules', 'deno', 'bin.cjs');
    const vscode = await openVSCode({ workspace, settings: { 'komodo.deno.path': deno } });
    await vscode.openFile('procedures.toml');
    await vscode.page.keyboard.press('Control+B');
    const pictures = [verdict, pattern, run, rehearsal, debugging];
    for (const picture of pictures) await picture(vscode);
  } finally {
    await closeVSCode();
  }
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { denoPackage, denoVersion } from '../../client/installDeno.ts';
import { startNpmRegistry, type NpmRegistry } from '../../scripts/test/npmRegistry.mts';
import { root } from '../../scripts/root.mts';
import { runFolder } from '../../scripts/test/workspace.mts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

/** What npm is given as Deno: it runs the one of this checkout. */
const program = `#!/bin/sh\nexec "${process.execPath}" "${path.join(root, 'node_modules', 'deno', 'bin.cjs')}" "$@"\n`;

describe('a person who has no Deno', () => {
  let registry: NpmRegistry;
  let vscode: VSCodeWindow;
  before(async () => {
    registry = await startNpmRegistry(denoPackage, denoVersion, program);
    vscode = await openVSCode({
      env: {
        PATH: pathWithoutDeno(),
        npm_config_registry: registry.url,
        npm_config_cache: path.join(runFolder(), 'npm'),
      },
    });
    await vscode.openFile('actions.toml');
    await vscode.editor.goTo(9, 1);
  });
  after(async () => {
    await vscode.close();
    registry.close();
  });

  const inPanel = (text: string) => vscode.webview.getByText(text).first();
  const answer = async (button: string) => {
    await vscode.dialog.getByText('needs Deno').first().waitFor();
    await vscode.dialog.getByRole('button', { name: button, exact: true }).click();
  };

  it('is asked first, and nothing is downloaded without a yes', async () => {
    await vscode.command('Komodo: Rehearse Action');
    await vscode.dialog.getByText(denoPackage).first().waitFor();
    await vscode.screenshot('deno-consent');
    await answer('Cancel');
    await vscode.dialog.waitFor({ state: 'detached' });
    await vscode.command('Komodo: Debug Action');
    await answer('Cancel');
    assert.equal(registry.downloads, 0);
  });

  it('is told where the download breaks off', async () => {
    registry.serve = 'half';
    await vscode.command('Komodo: Rehearse Action');
    await answer('Download Deno');
    const told = vscode.notification('The connection to the registry of npm broke off');
    await told.waitFor();
    await vscode.screenshot('deno-broken-off');
    registry.serve = 'never';
    await told.getByRole('button', { name: 'Try Again' }).click();
  });

  it('cancels it', async () => {
    const progress = vscode.notification(`npm downloads Deno ${denoVersion}`);
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
  });

  it('has it after a yes, and is not asked again', async () => {
    registry.serve = 'whole';
    await vscode.command('Komodo: Rehearse Action');
    await answer('Download Deno');
    await inPanel('looking at shop-staging').waitFor();
    const { downloads } = registry;
    // So that it can be told from the one before.
    await vscode.editor.replace('looking at', 'watching');
    await vscode.webview.getByRole('button', { name: 'Rehearse again' }).click();
    await inPanel('watching shop-staging').waitFor();
    assert.equal(registry.downloads, downloads);
  });
});

/** The folders of programs, but for those with a Deno; the Node that runs this, and its npm, stay. */
function pathWithoutDeno(): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const others = folders.filter((folder) => !existsSync(path.join(folder, 'deno')));
  return [path.dirname(process.execPath), ...others].join(path.delimiter);
}

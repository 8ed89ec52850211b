import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, open, replace, told } from '../support/editing.ts';

describe("Core's verdict", () => {
  it('comes and goes with a mistake, at its place', async () => {
    const procedures = await open('komodo/procedures.toml');
    await replace(procedures, '"Cron"', '"cron"');
    const mistake = '"cron": unknown variant `cron`, expected `English` or `Cron`';
    assert.deepEqual(await diagnosticsOf(procedures, (all) => all.length > 0), [mistake]);
    await replace(procedures, '"cron"', '"Cron"');
    await diagnosticsOf(procedures, (all) => all.length === 0);
  });

  it('tells all mistakes at once', async () => {
    const procedures = await open('komodo/procedures.toml');
    await replace(procedures, 'execution.params.repo = "infra"', 'execution.params.pattern = "i*"');
    await replace(procedures, '"Cron"', '"cron"');
    const errors = await diagnosticsOf(
      procedures,
      (all) =>
        all.filter((one) => one.includes('missing field') || one.includes('variant')).length === 2,
    );
    assert.match(errors.join('\n'), /missing field `repo`/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await diagnosticsOf(procedures, (all) => all.length === 0);
  });

  it('has nothing against the sample workspace', async () => {
    const files = await vscode.workspace.findFiles('komodo/*.toml');
    const documents = await Promise.all(
      files.map((file) => vscode.workspace.openTextDocument(file)),
    );
    await verdictIsOut();
    for (const document of documents) assert.deepEqual(told(document), [], document.fileName);
    assert.ok(documents.length > 5);
  });

  it("leaves other programs' files alone", async () => {
    const cargo = await open('Cargo.toml');
    await replace(cargo, 'name = "stock-report"\nversion', 'name = name = \nversion');
    await verdictIsOut();
    assert.deepEqual(told(cargo), []);
    await vscode.window.showTextDocument(cargo);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

/** Resolves when a mistake made now has come and gone: what there is to say of earlier changes was said before. */
async function verdictIsOut(): Promise<void> {
  const procedures = await open('komodo/procedures.toml');
  await replace(procedures, '"Cron"', '"cron"');
  await diagnosticsOf(procedures, (all) => all.length > 0);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await diagnosticsOf(procedures, (all) => all.length === 0);
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from '../support/editing.ts';

function namesWithin(symbol: vscode.DocumentSymbol): string[] {
  return [symbol.name, ...symbol.children.flatMap(namesWithin)];
}

async function symbolsOf(file: string): Promise<vscode.DocumentSymbol[] | undefined> {
  const { uri } = await open(file);
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}

describe('the outline', () => {
  it('shows a Procedure with its stages and executions', async () => {
    const symbols = (await symbolsOf('komodo/procedures.toml')) ?? [];
    const procedure = symbols.find(({ name }) => name === 'release-shop');
    const stages = ['Get the source', 'Build', 'Staging', 'Look at staging', 'Production'];
    const shown = procedure?.children.map(({ name }) => name);
    assert.deepEqual(shown?.slice(-stages.length), stages);
    const build = procedure?.children.find(({ name }) => name === 'Build');
    assert.ok(namesWithin(build!).includes('BatchRunBuild'));
  });

  it("shows nothing of other programs' files", async () => {
    assert.deepEqual((await symbolsOf('Cargo.toml')) ?? [], []);
  });
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

const stack = `[[stack]]
name = "Harbour Wiki"
auto_update = true
[stack.config]
server = "quay-1"
`;
const procedure = `[[procedure]]
name = "wiki"
[[procedure.config.stage]]
name = "Deploy"
executions = [
  { execution.type = "DeployStack", execution.params.stack = "Harbour Wiki" },
  { execution.type = "BatchDeployStackIfChanged", execution.params.pattern = "Harbour*" },
]
`;

describe('a person who mends what is marked', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
    const write = (name: string, text: string) =>
      writeFileSync(path.join(vscode.workspace, 'komodo', name), text);
    write('wiki.toml', stack);
    write('wiki-procedure.toml', procedure);
    await vscode.openFile('wiki.toml');
    await vscode.editor.squiggles('error').first().waitFor();
  });
  after(() => vscode.close());

  const lineWith = (text: string | RegExp) => vscode.editor.lines.filter({ hasText: text }).first();

  async function mend(text: string, title: string): Promise<void> {
    await vscode.editor.select(text);
    await vscode.codeAction('Quick Fix...', title);
  }

  it('moves a key to where Core looks for it', async () => {
    await mend('auto_update', 'Move into `config`');
    await vscode.editor.select('server = "quay-1"\nauto_update = true');
  });

  it('writes a name as Core does, in all files, and is asked about a pattern', async () => {
    await mend('Harbour Wiki', 'Change to `harbour_wiki` here and wherever it is used');
    const preview = vscode.page.locator('.bulk-edit-panel');
    const pattern = preview.locator('.monaco-list-row', { hasText: 'Harbour*' });
    await pattern.waitFor();
    await vscode.screenshot('name-mended');
    await preview.getByRole('button', { name: 'Apply' }).click();
    await preview.waitFor({ state: 'detached' });
    await vscode.editor.select('name = "harbour_wiki"');
    await vscode.openFile('wiki-procedure.toml');
    await lineWith('execution.params.stack = "harbour_wiki"').waitFor();
  });

  it('has a warning ignored by a comment', async () => {
    await vscode.editor.select('Harbour*');
    await vscode.codeAction('Quick Fix...', 'Ignore');
    await lineWith('# komodo: ignore[').waitFor();
    await vscode.saveAll();
  });
});

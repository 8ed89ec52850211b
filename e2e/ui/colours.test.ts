import assert from 'node:assert/strict';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who reads a file', () => {
  let vscode: VSCodeWindow;
  before(async () => {
    vscode = await openVSCode();
  });
  after(() => vscode.close());

  /** The colour in which a word is written, in the first visible line that has `line`. */
  async function colourOf(word: string, line: string): Promise<string> {
    const shown = vscode.editor.lines.filter({ hasText: line }).first();
    const written = shown.locator('span > span', { hasText: word }).first();
    await written.waitFor();
    return written.evaluate((element) => getComputedStyle(element).color);
  }

  it('sees the script of an Action in the colours of TypeScript', async () => {
    await vscode.openFile('actions.toml');
    const keyword = await colourOf('const', 'const ');
    const string = await colourOf('"""', 'file_contents = """');
    assert.notEqual(keyword, string);
    await vscode.screenshot('colours-script');
  });

  it('tells an execution from what it acts on', async () => {
    await vscode.openFile('procedures.toml');
    const line = 'execution.params.stack = "shop-staging"';
    await vscode.editor.select('shop-staging');
    for (;;) {
      // The server's colours come a moment after those of the grammar.
      const [execution, stack, quote] = await Promise.all([
        colourOf('DeployStack', line),
        colourOf('shop-staging', line),
        colourOf('"', line),
      ]);
      if (new Set([execution, stack, quote]).size === 3) break;
    }
    await vscode.screenshot('colours-procedure');
  });
});

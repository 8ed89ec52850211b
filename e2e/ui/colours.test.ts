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

  /** Waits until all of some colours are different ones: they come a moment after the text, the server's last. */
  async function differ(colours: () => Promise<readonly string[]>): Promise<void> {
    for (;;) {
      const now = await colours();
      if (new Set(now).size === now.length) return;
      await vscode.page.waitForTimeout(100);
    }
  }

  it('sees the script of an Action in the colours of TypeScript', async () => {
    await vscode.openFile('actions.toml');
    await differ(async () => [
      await colourOf('const', 'const '),
      await colourOf('"""', 'file_contents = """'),
    ]);
    await vscode.screenshot('colours-script');
  });

  it('tells an execution from what it acts on', async () => {
    await vscode.openFile('procedures.toml');
    const line = 'execution.params.stack = "shop-staging"';
    await vscode.editor.select('shop-staging');
    await differ(async () => [
      await colourOf('DeployStack', line),
      await colourOf('shop-staging', line),
      await colourOf('"', line),
    ]);
    await vscode.screenshot('colours-procedure');
  });
});

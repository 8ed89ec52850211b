import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyOfSample } from '../../scripts/test/workspace.mts';
import { typingsWithFrobStack } from '../../server/actions/testing/servedTypings.ts';
import { untilEqual } from '../support/attempts.ts';
import { startCore, type OtherCore } from '../support/core.ts';
import { asNewerCore } from '../support/newerCore.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person whose Core is newer than the typings that come along', () => {
  let core: OtherCore;
  let vscode: VSCodeWindow;
  before(async () => {
    core = await asNewerCore(await startCore(), '2.9.0', typingsWithFrobStack());
    const workspace = copyOfSample();
    const script =
      '// komodo: action\nconst answer = await komodo.read("FrobStack", { stack: "" });\n';
    writeFileSync(path.join(workspace, 'frob.ts'), `${script}answer.nope;\n`);
    vscode = await openVSCode({ workspace });
    await vscode.openFile('frob.ts');
  });
  after(async () => {
    await vscode.close();
    core.stop();
  });

  it('has scripts checked with those that it serves, by VS Code’s TypeScript too', async () => {
    const rows = await vscode.problems();
    await rows.filter({ hasText: 'FrobStack' }).first().waitFor();
    await vscode.command('Komodo: Add Profile');
    await vscode.quickInput.answer('(1/4)', core.address);
    await vscode.quickInput.answer('(2/4)', core.key);
    await vscode.quickInput.answer('(3/4)', core.secret);
    await vscode.quickInput.answer('(4/4)', 'harbour');
    await rows.filter({ hasText: 'FrobStack' }).first().waitFor({ state: 'detached' });
    await rows.filter({ hasText: "Property 'nope' does not exist" }).waitFor();
    await vscode.screenshot('typings-of-core');
    // Of the two rows one is the file.
    await untilEqual(() => rows.count(), 2);
  });
});

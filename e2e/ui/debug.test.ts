import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/root.mts';
import { Debugger, untilNoDeno } from '../support/debugger.ts';
import { openVSCode } from '../support/vscode.ts';
import type { VSCodeWindow } from '../support/vscodeWindow.ts';

describe('a person who debugs an Action', () => {
  let vscode: VSCodeWindow;
  let debug: Debugger;
  before(async () => {
    vscode = await openVSCode({
      settings: {
        'files.autoSave': 'off',
        'debug.saveBeforeStart': 'none',
        'komodo.deno.path': path.join(root, 'node_modules', 'deno', 'bin.cjs'),
      },
    });
    debug = new Debugger(vscode.page);
    await vscode.openFile('actions.toml');
    await vscode.page.locator('.codelens-decoration a', { hasText: 'Run on' }).first().waitFor();
  });
  after(() => vscode.close());

  /** The Action has arguments, so those are shown first. */
  const withDefaults = () => vscode.quickInput.pick('Debug with defaults');
  const key = (name: string) => vscode.page.keyboard.press(name);

  it('stops in the TOML where a breakpoint was set by a click', async () => {
    // On the line of the cursor a light bulb may stand where one clicks.
    await vscode.editor.goTo(26, 1);
    await debug.addBreakpoint(24);
    await vscode.command('Komodo: Debug Action');
    await withDefaults();
    await debug.stopsAt(24);
  });

  it('steps, sees values, and goes on to the end', async () => {
    await key('F10');
    await debug.stopsAt(25);
    await debug.variables.filter({ hasText: /servers.*\(3\)/ }).waitFor();
    await vscode.screenshot('debug-action');
    await key('F5');
    await debug.ends();
    await untilNoDeno();
    await debug.console.filter({ hasText: 'nothing is changed' }).waitFor();
    await debug.console.filter({ hasText: /: Ok/ }).first().waitFor();
  });

  it('sees by F5 where an exception comes from, in a text that is not saved', async () => {
    await vscode.editor.replace('servers.length === 0', 'servers.length > 0');
    await vscode.editor.goTo(1, 1);
    await vscode.editor.type('# one more line\n');
    await debug.breakOnUncaught();
    await vscode.editor.goTo(25, 1);
    await key('F9');
    await key('F5');
    await withDefaults();
    await debug.stopsAt(30);
    await vscode.page.locator('.exception-widget', { hasText: 'no server to report' }).waitFor();
    await vscode.screenshot('debug-exception');
    await key('Shift+F5');
    await debug.ends();
    await untilNoDeno();
  });

  it('restarts, and takes what was typed meanwhile', async () => {
    await key('F5');
    await withDefaults();
    await debug.stopsAt(30);
    await vscode.editor.goTo(1, 1);
    await vscode.editor.type('# and one more\n');
    await key('Control+Shift+F5');
    await debug.stopsAt(31);
    await key('Shift+F5');
    await debug.ends();
    await untilNoDeno();
  });

  it('sets breakpoints in the tab of an Action', async () => {
    await vscode.editor.goTo(9, 1);
    await vscode.command('Komodo: Open Action as TypeScript');
    await vscode.tab('check-staging.ts').waitFor();
    await vscode.editor.goTo(2, 1);
    await key('F9');
    await vscode.command('Komodo: Debug Action');
    // Lines 1 and 2 of the TOML are new.
    await debug.stopsAt(10);
    await vscode.tab('actions.toml').waitFor();
    await key('Shift+F5');
    await debug.ends();
    await untilNoDeno();
  });

  it('stops in a script in a file of its own', async () => {
    writeFileSync(
      path.join(vscode.workspace, 'komodo', 'own.ts'),
      '// komodo: action\ninterface Named {\n  name: string;\n}\nconst all: Named[] = await komodo.read("ListStacks", {});\nconst first = all[0]!;\nconsole.log(first.name);\nawait komodo.execute("DeployStack", { stack: "blog" });\n',
    );
    await vscode.openFile('own.ts');
    await vscode.editor.goTo(7, 1);
    await key('F9');
    await vscode.command('Komodo: Debug Action');
    await debug.stopsAt(7);
    await debug.variables.filter({ hasText: /first.*\{/ }).waitFor();
    await vscode.screenshot('debug-script');
    await key('F5');
    await debug.ends();
    await untilNoDeno();
    await debug.console.filter({ hasText: 'Simulated: DeployStack blog' }).waitFor();
  });
});

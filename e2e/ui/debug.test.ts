import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/root.mts';
import { copyOfSample } from '../../scripts/test/workspace.mts';
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
    await vscode.shows('check-staging.ts').waitFor();
    await vscode.editor.goTo(2, 1);
    await key('F9');
    await vscode.command('Komodo: Debug Action');
    // Lines 1 and 2 of the TOML are new.
    await debug.stopsAt(10);
    await vscode.shows('actions.toml').waitFor();
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

/** An Action that says what it was given, its script from line 8 on. */
const greet = `[[action]]
name = "greet"
[action.config]
arguments = """
name = web
"""
file_contents = """
const greeting = "ARGS " + JSON.stringify(ARGS);
console.log(greeting, "[[TOKEN]]");
"""

[[variable]]
name = "TOKEN"
value = "hunter2-hunter2"
is_secret = true
`;

const launch = {
  version: '0.2.0',
  configurations: [
    {
      type: 'komodo-action',
      request: 'launch',
      name: 'Greet the db',
      action: 'greet',
      file: 'komodo/greet.toml',
      args: { name: 'db', count: 3 },
    },
  ],
};

describe('a person who starts the debugger', () => {
  let vscode: VSCodeWindow;
  let debug: Debugger;
  before(async () => {
    const workspace = copyOfSample();
    writeFileSync(path.join(workspace, 'komodo', 'greet.toml'), greet);
    vscode = await openVSCode({
      workspace,
      settings: { 'komodo.deno.path': path.join(root, 'node_modules', 'deno', 'bin.cjs') },
    });
    writeFileSync(path.join(workspace, '.vscode', 'launch.json'), JSON.stringify(launch));
    debug = new Debugger(vscode.page);
    await vscode.openFile('greet.toml');
    await vscode.editor.goTo(9, 1);
    await vscode.page.keyboard.press('F9');
    await debug.breakpoints.first().waitFor();
  });
  after(() => vscode.close());

  /** It has stopped, goes on to its end, and has printed that. */
  async function goesOn(printed: string): Promise<void> {
    await debug.stopsAt(9);
    await vscode.page.keyboard.press('F5');
    await debug.ends();
    await untilNoDeno();
    const line = debug.console.filter({ hasText: `${printed} <TOKEN>` });
    // It leads to where it was printed.
    await line.filter({ hasText: 'greet.toml:9' }).first().waitFor();
  }

  it('does so by the lens above an Action', async () => {
    await vscode.clickLens(
      'Debug',
      vscode.page.locator('.quick-input-title', { hasText: 'Debug greet: ARGS' }),
    );
    await vscode.quickInput.pick('Debug with defaults');
    await goesOn('ARGS {"name":"web"}');
  });

  it('does so by F5, with what launch.json says', async () => {
    await vscode.editor.goTo(1, 1);
    await vscode.page.keyboard.press('F5');
    await goesOn('ARGS {"name":"db","count":3}');
    await vscode.screenshot('debug-launch');
  });
});

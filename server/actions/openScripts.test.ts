import assert from 'node:assert/strict';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import { Workspace } from '../workspace/workspace.ts';
import { actionsProgram } from '../testing/client.ts';
import { ScriptLanguage } from './language.ts';
import { OpenScripts } from './openScripts.ts';
import { TypingFiles } from './typingFiles.ts';
import { ScriptWorker } from './worker.ts';

describe('the scripts of open files', () => {
  const uri = 'file:///files/a.toml';
  const procedure = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "s"\n';
  const action = '[[action]]\nname = "a"\nconfig.file_contents = """\nconst a = 1;\n"""\n';

  /** The worker after a file was opened and all was asked of it. */
  async function workerAfter(text: string): Promise<ScriptWorker> {
    const workspace = new Workspace(engine);
    // Nothing is to be run: only whether it would be started counts.
    const worker = new ScriptWorker('/nowhere/actions.js');
    const scripts = new OpenScripts(workspace, worker);
    const language = new ScriptLanguage(scripts, new TypingFiles());
    workspace.open(uri, 1, text);
    const document = workspace.document(uri)!;
    scripts.findings(document);
    const position = { line: 0, character: 3 };
    const range = { start: position, end: position };
    await Promise.all([
      language.completion(document, position, undefined),
      language.hover(document, position),
      language.signature(document, position),
      language.definition(document, position),
      language.references(document, position),
      language.renameable(document, position),
      language.hints(document, range),
    ]);
    return worker;
  }

  it('start TypeScript', async () => {
    const worker = await workerAfter(procedure + action);
    assert.equal(worker.isRunning, true);
    worker.end();
  });

  it('have what is wrong around a change told before the rest, where they are long', async () => {
    class Recording extends ScriptWorker {
      readonly asked: string[] = [];
      override ask: ScriptWorker['ask'] = (order, options) => {
        this.asked.push(order.method);
        return super.ask(order, options);
      };
    }
    const worker = new Recording(await actionsProgram());
    const workspace = new Workspace(engine);
    const scripts = new OpenScripts(workspace, worker);
    const lines = Array.from({ length: 200 }, (_, at) => `console.log(Math.max(${at}, 0));`);
    const text = `[[action]]\nname = "a"\nconfig.file_contents = '''\n${lines.join('\n')}\n'''\n`;
    /** What is told each time that something was found, until all was looked at. */
    const told: string[] = [];
    const whenLookedAt = () =>
      new Promise<void>((resolve) => {
        const tell = () => {
          const found = scripts.findings(workspace.document(uri)!);
          const messages = found.map(({ code, message }) => `${code} ${message.slice(0, 16)}`);
          told.push(messages.join(', '));
        };
        scripts.onFound = () => {
          tell();
          if (told.length === worker.asked.length) resolve();
        };
        scripts.findings(workspace.document(uri)!);
      });
    workspace.open(uri, 1, text);
    await whenLookedAt();
    assert.deepEqual([worker.asked, told], [['diagnose'], ['']]);
    const line = text.split('\n').indexOf('console.log(Math.max(100, 0));');
    const [start, end] = [21, 24].map((character) => ({ line, character }));
    workspace.change(uri, 2, [{ range: { start: start!, end: end! }, text: '"a"' }]);
    await whenLookedAt();
    assert.deepEqual(worker.asked, ['diagnose', 'diagnoseAround', 'diagnose']);
    const wrong = 'script-type Argument of type';
    assert.deepEqual(told, ['', wrong, wrong]);
    worker.end();
  });

  it('do not, where there are none', async () => {
    assert.equal((await workerAfter(procedure)).isRunning, false);
    assert.equal((await workerAfter('[[action]]\nname = "a"\n')).isRunning, false);
  });
});

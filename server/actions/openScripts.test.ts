import assert from 'node:assert/strict';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import { Workspace } from '../workspace/workspace.ts';
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

  it('do not, where there are none', async () => {
    assert.equal((await workerAfter(procedure)).isRunning, false);
    assert.equal((await workerAfter('[[action]]\nname = "a"\n')).isRunning, false);
  });
});

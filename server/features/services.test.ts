import assert from 'node:assert/strict';
import type { MarkupContent, TextEdit } from 'vscode-languageserver';
import { contextWith, coreWith } from '../testing/context.ts';
import { filesWith } from '../testing/files.ts';
import { textIn, withCursor } from '../testing/text.ts';
import { completion } from './completion.ts';
import type { Context } from './context.ts';
import { hover } from './hover.ts';

const compose =
  '[[stack]]\nname = "web"\n[stack.config]\nfile_contents = """\nservices:\n  app:\n    image: nginx:1\n  db: {}\n"""\n';
const { index } = filesWith({ 'web.toml': `${compose}|` }).context;
const stage = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "s"\n';
const run = (params: string) =>
  `${stage}executions = [{ execution.type = "RestartStack", execution.params = { stack = "web", ${params} } }]\n`;

function labels(marked: string, given: Partial<Context> = { index }) {
  const { document, position } = withCursor(marked);
  return completion(document, position, contextWith(given)).map(({ label }) => label);
}

describe('services of a stack', () => {
  it('are completed in executions, those that are not named yet', () => {
    assert.deepEqual(labels(run('services = ["|"]')), ['app', 'db']);
    assert.deepEqual(labels(run('services = [|]')), ['app', 'db']);
    assert.deepEqual(labels(run('services = ["app", |]')), ['db']);
    const keys = 'execution.params.stack = "web"\nexecution.params.services = ["';
    assert.deepEqual(
      labels(
        `${stage}[[procedure.config.stage.executions]]\nexecution.type = "PullStack"\n${keys}|`,
      ),
      ['app', 'db'],
    );
  });

  it('is one text for RunStackService', () => {
    const { document, position } = withCursor(
      run('service = "a|"').replace('RestartStack', 'RunStackService'),
    );
    const [app] = completion(document, position, contextWith({ index }));
    const { range, newText } = app!.textEdit as TextEdit;
    assert.deepEqual([textIn(document, range), newText, app!.detail], ['"a"', '"app"', 'nginx:1']);
  });

  it('are completed in the stack itself', () => {
    assert.deepEqual(
      labels(compose.replace('[stack.config]', '[stack.config]\nignore_services = ["|"]')),
      ['app', 'db'],
    );
  });

  it('are those of Core too', () => {
    const core = coreWith(
      {},
      { resources: { stack: [{ name: 'web', services: ['app', 'old'] }] } },
    );
    assert.deepEqual(labels(run('services = ["|"]'), { index, core }), ['app', 'db', 'old']);
    assert.deepEqual(labels(run('services = ["|"]'), { core }), ['app', 'old']);
    assert.deepEqual(labels(run('services = ["|"]'), {}), []);
  });

  it('are told in hovers', () => {
    const { document, position } = withCursor(run('services = ["db", "ap|p"]'));
    const found = hover(document, position, contextWith({ index }));
    assert.equal(textIn(document, found!.range!), 'app');
    assert.equal(
      (found!.contents as MarkupContent).value,
      '**app** — service of the stack `web`; image `nginx:1`',
    );
  });
});

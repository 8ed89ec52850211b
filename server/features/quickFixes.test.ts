import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { withCursor } from '../testing/text.ts';
import type { Diagnostic, Range } from 'vscode-languageserver';
import type { Document } from '../workspace/document.ts';
import { quickFixes } from './quickFixes.ts';

function fixesIn(document: Document, range: Range, shown: readonly Diagnostic[] = []) {
  const { problems } = document.resources(schemaFor());
  return quickFixes(document, range, problems, schemaFor(), shown);
}

/** The text after each fix that is offered at the cursor, by its title; that of ignoring it is left out. */
function fixes(...lines: string[]): Record<string, string> {
  const { document, position } = withCursor(lines.join('\n'));
  const range = { start: position, end: position };
  return Object.fromEntries(
    fixesIn(document, range)
      .filter(({ title }) => !title.startsWith('Ignore'))
      .map(({ title, edit }) => {
        const changes = edit!
          .changes![document.uri]!.toSorted(
            ({ range: { start: a } }, { range: { start: b } }) =>
              b.line - a.line || b.character - a.character,
          )
          .map(({ range, newText }) => ({ range, text: newText }));
        return [title, document.edited(changes, 2).text];
      }),
  );
}
const text = (...lines: string[]) => lines.join('\n');

describe('quick fixes', () => {
  it('write the name that was meant', () => {
    assert.deepEqual(
      fixes('[[procedure]]', 'name = "a"', '[procedure.config]', 'schedule_format = "c|ron"'),
      {
        'Change to `Cron`': text(
          '[[procedure]]',
          'name = "a"',
          '[procedure.config]',
          'schedule_format = "Cron"',
        ),
      },
    );
    const found = fixes(
      '[[stack]]',
      'name = "a"',
      '[stack.config]',
      'server = "s"',
      'auto_pul| = true',
    );
    assert.match(found['Change to `auto_pull`']!, /auto_pull = true/);
  });

  it('put the type and the params into their execution', () => {
    const stage = ['[[procedure]]', 'name = "a"', '[[procedure.config.stage]]', 'name = "s"'];
    const title = 'Write `execution.type` and `execution.params`';
    assert.equal(
      fixes(...stage, 'executions = [|{ type = "RunSync", params.sync = "s", enabled = false }]')[
        title
      ],
      text(
        ...stage,
        'executions = [{ execution.type = "RunSync", execution.params.sync = "s", enabled = false }]',
      ),
    );
    assert.equal(
      fixes(
        ...stage,
        '[[procedure.config.stage.executions]|]',
        'type = "Sleep"',
        'params = { duration_ms = 1 }',
      )[title],
      text(
        ...stage,
        '[[procedure.config.stage.executions]]',
        'execution.type = "Sleep"',
        'execution.params = { duration_ms = 1 }',
      ),
    );
  });

  it('write the name of a kind in all headers', () => {
    assert.deepEqual(
      fixes(
        '[[resource|-sync]]',
        'name = "a"',
        '[resource-sync.config]',
        '',
        '[[resource-sync]]',
        'name = "b"',
      ),
      {
        'Change to `resource_sync`': text(
          '[[resource_sync]]',
          'name = "a"',
          '[resource_sync.config]',
          '',
          '[[resource_sync]]',
          'name = "b"',
        ),
      },
    );
  });

  it('lead a header, and those that go on from it, to where it belongs', () => {
    assert.equal(
      fixes('[[stack]]', 'name = "a"', '[stack.pre_de|ploy]', 'command = "x"')[
        'Move into `config`'
      ],
      text('[[stack]]', 'name = "a"', '[stack.config.pre_deploy]', 'command = "x"'),
    );
    assert.equal(
      fixes(
        '[[procedure]]',
        'name = "a"',
        '[[procedure.sta|ge]]',
        'name = "b"',
        '[[procedure.stage.executions]]',
        'execution.type = "None"',
        'execution.params = {}',
      )['Move into `config`'],
      text(
        '[[procedure]]',
        'name = "a"',
        '[[procedure.config.stage]]',
        'name = "b"',
        '[[procedure.config.stage.executions]]',
        'execution.type = "None"',
        'execution.params = {}',
      ),
    );
    assert.equal(
      fixes('[[stack]]', 'name = "a"', '[stack.pre|Deploy]', 'command = "x"')[
        'Move into `config` as `pre_deploy`'
      ],
      text('[[stack]]', 'name = "a"', '[stack.config.pre_deploy]', 'command = "x"'),
    );
  });

  it('write a key as it is known where they move it', () => {
    const move = 'Move into `config` as `auto_update`';
    assert.equal(
      fixes(
        '[[stack]]',
        'name = "a"',
        'auto|Update = true # why',
        '[stack.config]',
        'server = "s"',
      )[move],
      text('[[stack]]', 'name = "a"', '[stack.config]', 'server = "s"', 'auto_update = true # why'),
    );
    assert.equal(
      fixes('[[stack]]', 'name = "a"', 'auto|-update = true')[move],
      text('[[stack]]', 'name = "a"', 'config.auto_update = true'),
    );
    assert.equal(
      fixes('[[stack]]', 'name = "a"', 'auto|Update = true', 'config = { server = "s" }')[move],
      text('[[stack]]', 'name = "a"', 'config = { server = "s", auto_update = true }'),
    );
  });

  it('move a key into the config: under its header, into its braces, or by a longer key', () => {
    const move = 'Move into `config`';
    assert.equal(
      fixes(
        '[[stack]]',
        'auto|_update = true # always',
        'name = "a"',
        '[stack.config]',
        'server = "s"',
        '',
        '[[stack]]',
        'name = "b"',
      )[move],
      text(
        '[[stack]]',
        'name = "a"',
        '[stack.config]',
        'server = "s"',
        'auto_update = true # always',
        '',
        '[[stack]]',
        'name = "b"',
      ),
    );
    assert.equal(
      fixes('[[stack]]', 'name = "a"', 'auto|_update = true', 'config = { server = "s" }')[move],
      text('[[stack]]', 'name = "a"', 'config = { server = "s", auto_update = true }'),
    );
    assert.equal(
      fixes('[[stack]]', 'name = "a"', 'auto|_update = true')[move],
      text('[[stack]]', 'name = "a"', 'config.auto_update = true'),
    );
  });

  it('move a key out of the config', () => {
    assert.equal(
      fixes('[[server]]', 'name = "a"', '', '[server.config]', 'tag|s = ["x"]', 'address = "b"')[
        'Move to the block itself'
      ],
      text('[[server]]', 'name = "a"', 'tags = ["x"]', '', '[server.config]', 'address = "b"'),
    );
  });

  it('add what is missing', () => {
    const stage = ['[[procedure]]', 'name = "a"', '[[procedure.config.stage]]'];
    assert.equal(
      fixes('[[procedure]]', 'name = "a"', '[[|procedure.config.stage]]', 'executions = []')[
        'Add `name`'
      ],
      text(...stage, 'name = ""', 'executions = []'),
    );
    assert.equal(
      fixes(...stage, 'name = "b"', 'executions = [{ exec|ution.type = "DeployStack" }]')[
        'Add `params`'
      ],
      text(
        ...stage,
        'name = "b"',
        'executions = [{ execution.type = "DeployStack", execution.params = { stack = "" } }]',
      ),
    );
    assert.equal(
      fixes(
        ...stage,
        'name = "b"',
        'executions = [{ execution = { type = "DeployStack", params = |{} } }]',
      )['Add `stack`'],
      text(
        ...stage,
        'name = "b"',
        'executions = [{ execution = { type = "DeployStack", params = { stack = "" } } }]',
      ),
    );
    assert.equal(
      fixes(
        ...stage,
        'name = "b"',
        'executions = [{ execution.type = "PullRepo", execution.par|ams.pattern = "x" }]',
      )['Add `repo`'],
      text(
        ...stage,
        'name = "b"',
        'executions = [{ execution.type = "PullRepo", execution.params.pattern = "x", execution.params.repo = "" }]',
      ),
    );
  });

  it('mend what Core exports so that it cannot read it', () => {
    const stage = ['[[procedure]]', 'name = "a"', '[[procedure.config.stage]]', 'name = "b"'];
    assert.equal(
      fixes(
        ...stage,
        'executions = [',
        '  { execution.type = "Sleep", execution.params.duration_ms = 1, enabled = true },',
        '  { exec|ution.type = "RunAction", enabled = true }',
        ']',
      )['Remove this execution'],
      text(
        ...stage,
        'executions = [',
        '  { execution.type = "Sleep", execution.params.duration_ms = 1, enabled = true }',
        ']',
      ),
    );
    assert.equal(
      fixes('[[alerter]]', 'name = "a"', 'config.resources = [|{ type = "Server" }]')[
        'Remove what has no resource'
      ],
      text('[[alerter]]', 'name = "a"', 'config.resources = []'),
    );
    const apostrophes = 'Write it in apostrophes, where a backslash is just that';
    assert.equal(
      fixes('[[stack]]', 'name = "a"', String.raw`description = "say \"hi\" |\o/"`)[apostrophes],
      text('[[stack]]', 'name = "a"', String.raw`description = 'say "hi" \o/'`),
    );
    assert.equal(
      fixes('[[stack]]', 'name = "a"', String.raw`description = "it's |\o/"`)[
        'Escape its backslashes'
      ],
      text('[[stack]]', 'name = "a"', String.raw`description = "it's \\o/"`),
    );
  });

  it('remove what Core ignores', () => {
    assert.equal(
      fixes('[[action]]', 'name = "a"', 'scr|ipt = "x"', 'tags = []')['Remove `script`'],
      text('[[action]]', 'name = "a"', 'tags = []'),
    );
    assert.equal(
      fixes('[[server]]', 'name = "a"', 'config = { address = "b", ta|gz = 1 }')['Remove `tagz`'],
      text('[[server]]', 'name = "a"', 'config = { address = "b" }'),
    );
  });

  it('are offered where Core reads the file after them, if not all that is in it', () => {
    const found = fixes('[[stack]]', 'name = "a"', '[|stacks.config]', 'compose_file = "x"');
    assert.deepEqual(Object.keys(found), ['Change to `stack`']);
  });

  it('are not offered where they would break the file', () => {
    const found = fixes('[[stack]]', 'name = "a"', 'descriptio|n_ = "x"', 'description = "y"');
    assert.deepEqual(Object.keys(found), ['Remove `description_`']);
  });

  it('are tied to the diagnostics shown', () => {
    const { document, position } = withCursor('[[stack]]\nname = "a"\nauto|_update = true');
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 11 } };
    const shown = [{ range, code: 'misplaced-key', message: '' }];
    const [fix] = fixesIn(document, { start: position, end: position }, shown);
    assert.deepEqual(fix?.diagnostics, shown);
    assert.equal(fix.isPreferred, true);
  });

  it('have what a person wants so ignored, and never what Core rejects', () => {
    const titles = (marked: string) => {
      const { document, position } = withCursor(marked);
      return fixesIn(document, { start: position, end: position }).map(({ title }) => title);
    };
    assert.equal(titles('[[stack]]\nname = "a"\nn|me = 1\n').at(-1), 'Ignore `unknown-key` here');
    const rejected = titles('[[stack]]\nname = |5\n');
    assert.ok(rejected.every((title) => !title.startsWith('Ignore')));
  });
});

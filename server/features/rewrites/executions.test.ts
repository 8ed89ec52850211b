import assert from 'node:assert/strict';
import { rewriting, stage, text } from './testing/rewriting.ts';

describe('an execution', () => {
  const braces =
    '{ execution = { type = "Sleep", params = { duration_ms = 5 } }, enabled = false }';
  const dotted = '{ execution.type = "Sleep", execution.params.duration_ms = 5, enabled = false }';

  it('is written with dotted keys or with braces', () => {
    const written = (execution: string) => text(...stage, `executions = [${execution}]`);
    const at = (execution: string) => [...stage, `executions = [${execution.replace('p', '|p')}]`];
    assert.equal(rewriting(at(braces))['Write it with dotted keys'], written(dotted));
    assert.equal(rewriting(at(dotted))['Write it with braces'], written(braces));
    // Where a comment would have to go, it stays as it is.
    const commented = ['executions = [{ execution.type = "Sleep", # why', 'enabled| = true }]'];
    assert.equal(rewriting([...stage, ...commented])['Write it with braces'], undefined);
  });

  it('is written under a header of its own or in an array, its comments with it', () => {
    const array = [
      '# what it does',
      'executions = [',
      '  # first',
      '  { execution.type = "Sleep", execution.params.duration_ms = 5 }, # short',
      '  { execution.type = "RunSync", execution.params.sync = "x", enabled = false }',
      '  # no more',
      '] # done',
    ];
    const blocks = [
      '# what it does',
      '# done',
      '',
      '# first',
      '[[procedure.config.stage.executions]] # short',
      'execution.type = "Sleep"',
      'execution.params.duration_ms = 5',
      '',
      '[[procedure.config.stage.executions]]',
      'execution.type = "RunSync"',
      'execution.params.sync = "x"',
      'enabled = false',
      '# no more',
    ];
    const [first, second, ...others] = array;
    assert.equal(
      rewriting([...stage, first!, second!.replace('ex', '|ex'), ...others])[
        'Write each execution under a header'
      ],
      text(...stage, ...blocks),
    );
    assert.equal(
      rewriting([
        ...stage,
        '[[procedure.config.stage.executions]] # a',
        'execution.type = "Sl|eep"',
        '[procedure.config.stage.executions.execution.params]',
        'duration_ms = 5 # b',
        '',
        '[[procedure.config.stage]]',
        'name = "t"',
      ])['Write the executions as an array'],
      text(
        ...stage,
        'executions = [',
        '  # a',
        '  # b',
        '  { execution.type = "Sleep", execution.params.duration_ms = 5 }',
        ']',
        '',
        '[[procedure.config.stage]]',
        'name = "t"',
      ),
    );
  });

  it('ends its lines as the file does', () => {
    const lines = [
      ...stage,
      '|executions = [',
      '  { execution.type = "Sleep", execution.params = {} },',
      ']',
    ];
    const windows = [lines.join('\r\n')];
    for (const [title, written] of Object.entries(rewriting(windows))) {
      assert.doesNotMatch(written, /(?<!\r)\n/, title);
    }
    assert.match(
      rewriting(windows)['Write each execution under a header']!,
      /\r\n\[\[procedure\.config\.stage\.executions\]\]\r\nexecution\.type = "Sleep"\r\n/,
    );
  });

  it('gets the params that it needs', () => {
    const title = 'Add the params that `RunStackService` needs';
    const added = (...lines: string[]) => rewriting([...stage, ...lines])[title];
    assert.equal(
      added('executions = [{ execution = { type = "RunStackService", par|ams = {} } }]'),
      text(
        ...stage,
        'executions = [{ execution = { type = "RunStackService", params = { stack = "", service = "" } } }]',
      ),
    );
    assert.equal(
      added('executions = [{ execution.type = "RunStack|Service", execution.params.stack = "a" }]'),
      text(
        ...stage,
        'executions = [{ execution.type = "RunStackService", execution.params.stack = "a", execution.params.service = "" }]',
      ),
    );
    assert.equal(
      added('[[procedure.config.stage.executions]]', 'execution.type = "RunStack|Service" # go'),
      text(
        ...stage,
        '[[procedure.config.stage.executions]]',
        'execution.type = "RunStackService" # go',
        'execution.params.stack = ""',
        'execution.params.service = ""',
      ),
    );
  });

  it('is disabled and enabled, as a stage is', () => {
    const off = rewriting([
      ...stage,
      `executions = [{ execution.type = "Sleep|", execution.params = {} }]`,
    ]);
    assert.equal(
      off['Disable this execution'],
      text(
        ...stage,
        'executions = [{ execution.type = "Sleep", execution.params = {}, enabled = false }]',
      ),
    );
    assert.equal(
      off['Disable this stage'],
      text(
        ...stage,
        'enabled = false',
        'executions = [{ execution.type = "Sleep", execution.params = {} }]',
      ),
    );
    const on = rewriting([
      ...stage,
      'enabled = false # for now',
      'executions = [{ execution.type = "Sleep|", execution.params = {}, enabled = false }]',
    ]);
    assert.match(on['Enable this execution']!, /params = {}, enabled = true/);
    assert.match(on['Enable this stage']!, /enabled = true # for now/);
  });
});

describe('a stage', () => {
  it('becomes a Procedure of its own, which the old one runs', () => {
    assert.equal(
      rewriting([
        '[[procedure]]',
        'name = "Nightly"',
        '',
        '# the long part',
        '[[procedure.config.stage]] # slow',
        'name = "Build | all"',
        'executions = [',
        '  { execution.type = "Sleep", execution.params = {} }, # one',
        ']',
        '',
        '[[procedure.config.stage]]',
        'name = "Rest"',
        '',
        '[[stack]]',
        'name = "x"',
      ])['Extract this stage into the Procedure `nightly-build-all`'],
      text(
        '[[procedure]]',
        'name = "Nightly"',
        '',
        '[[procedure.config.stage]]',
        'name = "Build  all"',
        'executions = [',
        '  { execution.type = "RunProcedure", execution.params.procedure = "nightly-build-all" }',
        ']',
        '',
        '[[procedure.config.stage]]',
        'name = "Rest"',
        '',
        '[[procedure]]',
        'name = "nightly-build-all"',
        '',
        '# the long part',
        '[[procedure.config.stage]] # slow',
        'name = "Build  all"',
        'executions = [',
        '  { execution.type = "Sleep", execution.params = {} }, # one',
        ']',
        '',
        '[[stack]]',
        'name = "x"',
      ),
    );
  });
});

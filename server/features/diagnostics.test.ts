import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf, textIn } from '../testing/text.ts';
import { diagnostics } from './diagnostics.ts';

const problemsIn = (text: string) => {
  const document = documentOf(text);
  return diagnostics(document, document.resources(schemaFor()).problems).map((found) => ({
    ...found,
    message: found.message as string,
    text: textIn(document, found.range),
  }));
};
/** `severity code: marked text` of every diagnostic. */
const marks = (...lines: string[]) =>
  problemsIn(lines.join('\n')).map(
    ({ severity, code, text }) => `${'EWIH'.charAt(severity! - 1)} ${code}: ${text}`,
  );

describe('diagnostics', () => {
  it('are silent on what Core takes as it is meant', () => {
    assert.deepEqual(
      marks(
        '[[procedure]]',
        'name = "deploy"',
        '[[procedure.config.stage]]',
        'name = "Deploy"',
        'executions = [',
        '  { execution.type = "DeployStack", execution.params.stack = "web" },',
        ']',
      ),
      [],
    );
  });

  it('stand in the order of the file, whatever Core finds first', () => {
    assert.deepEqual(marks('[[stack]]', 'nme = "a"', '[stack.config]', 'auto_pull = 1'), [
      'E missing-field: [[stack]]',
      'W unknown-key: nme',
      'E wrong-type: 1',
    ]);
  });

  it('fade what Core ignores', () => {
    const [found] = problemsIn('[[action]]\nname = "a"\nscript = ""');
    assert.equal(found?.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(found.tags, [DiagnosticTag.Unnecessary]);
    assert.equal(found.source, 'Komodo');
  });

  it("shorten Core's long lists of names", () => {
    const [found] = problemsIn(
      '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\nexecutions = [{ execution = { type = "DeployStak", params = {} } }]',
    );
    assert.match(
      found!.message,
      /^unknown variant `DeployStak`, expected one of \d+ names\. Did you mean `DeployStack`\?$/,
    );
  });

  it('show the first of two', () => {
    const document = documentOf('[[stack]]\nname = "a"\nname = "b"');
    const { problems } = document.resources(schemaFor());
    const [found] = diagnostics(document, problems);
    const [related] = found!.relatedInformation!;
    assert.deepEqual(related!.location, {
      uri: document.uri,
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
    });
  });

  it('are not without end', () => {
    const found = problemsIn('?\n'.repeat(2000));
    assert.equal(found.length, 501);
    assert.match(found.at(-1)!.message, /^Only the first 500 of \d+ problems/);
  });

  describe('on mistakes people made', () => {
    const stack = ['[[stack]]', 'name = "a"'];
    const procedure = ['[[procedure]]', 'name = "a"'];
    const stage = [...procedure, '[[procedure.config.stage]]'];

    it('an array where a table must be', () => {
      assert.deepEqual(marks(...stack, '[[stack.config.pre_deploy]]', 'command = "x"'), [
        'E wrong-type: [[stack.config.pre_deploy]]',
      ]);
    });
    it('an environment written as a table', () => {
      assert.deepEqual(marks(...stack, '[stack.config]', 'environment = { A = "1" }'), [
        'E wrong-type: { A = "1" }',
      ]);
    });
    it('missing params', () => {
      assert.deepEqual(
        marks(...stage, 'name = "b"', 'executions = [{ execution.type = "BackupCoreDatabase" }]'),
        ['E missing-field: execution'],
      );
    });
    it('merge markers', () => {
      const found = marks('<<<<<<< HEAD', ...stack, '=======', '>>>>>>> main');
      assert.equal(found[0], 'E toml-syntax: <<<<<<<');
      assert.ok(found.every((mark) => mark.startsWith('E toml-syntax')));
    });
    it('a schedule format in lower case', () => {
      assert.deepEqual(marks(...procedure, '[procedure.config]', 'schedule_format = "cron"'), [
        'E unknown-variant: "cron"',
      ]);
    });
    it('a stage without a name', () => {
      assert.deepEqual(marks(...stage, 'executions = []'), [
        'E missing-field: [[procedure.config.stage]]',
      ]);
    });
    it('a hyphen in the name of a kind', () => {
      assert.deepEqual(marks('[[resource-sync]]', 'name = "a"', '[resource-sync.config]'), [
        'W wrong-case-key: resource-sync',
      ]);
    });
    it('keys beside config', () => {
      assert.deepEqual(marks(...stack, 'auto_update = true', '[stack.config]'), [
        'W misplaced-key: auto_update',
      ]);
      assert.deepEqual(marks(...stack, 'webhook_enabled = true'), [
        'W misplaced-key: webhook_enabled',
      ]);
    });
    it('keys that there are not', () => {
      assert.deepEqual(marks(...stack, 'auto_deploy = true'), ['W unknown-key: auto_deploy']);
      assert.deepEqual(marks('[[action]]', 'name = "a"', 'script = "x"'), [
        'W unknown-key: script',
      ]);
      assert.deepEqual(
        marks(
          ...stage,
          'name = "b"',
          'executions = [{ execution = { type = "DeployStack", params = { stack = "a", remove_orphans = true } } }]',
        ),
        ['W unknown-key: remove_orphans'],
      );
    });
    it('tags in the config', () => {
      assert.deepEqual(marks('[[server]]', 'name = "a"', '[server.config]', 'tags = ["x"]'), [
        'W misplaced-key: tags',
      ]);
    });
    it('PullRepo with a pattern', () => {
      assert.deepEqual(
        marks(
          ...stage,
          'name = "b"',
          'executions = [{ execution.type = "PullRepo", execution.params.pattern = "x" }]',
        ),
        ['E missing-field: params', 'W unknown-key: pattern'],
      );
    });
  });
});

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
    assert.match(found[0]!.message, /^Only 500 of \d+ problems in this file are shown/);
  });

  it('show an error behind however many warnings', () => {
    const unknown = Array.from({ length: 600 }, (_, at) => `key${at} = 1`);
    const found = problemsIn(`[[stack]]\nname = "a"\n${unknown.join('\n')}\nconfig = 1`);
    const errors = found.filter(({ severity }) => severity === DiagnosticSeverity.Error);
    assert.deepEqual(
      errors.map(({ text }) => text),
      ['1'],
    );
    assert.equal(found.at(-1), errors[0]);
  });

  it('tell a param that is missing, and the one that was given for it', () => {
    const found = marks(
      '[[procedure]]',
      'name = "a"',
      '[[procedure.config.stage]]',
      'name = "b"',
      'executions = [{ execution.type = "PullRepo", execution.params.pattern = "x" }]',
    );
    assert.deepEqual(found, ['E missing-field: params', 'W unknown-key: pattern']);
  });
});

import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { actionScript, actionScriptEdits, actionSource } from './actionScript.ts';
import { afterEdits } from './rewrites/effect.ts';

const script = (text: string, name = 'a') => actionScript(documentOf(text), name, schemaFor());

/** The file with another script in it. */
function written(text: string, value: string, name = 'a'): string | null {
  const document = documentOf(text);
  const edits = actionScriptEdits(document, name, value, schemaFor());
  return edits && afterEdits(document, edits).text;
}

describe('the script of an Action', () => {
  const action = '[[action]]\nname = "a"\n';

  it('is what Core runs', () => {
    const text = `${action}[action.config]\nfile_contents = """\nconst a = /\\d/;\n"""\n`;
    assert.equal(script(text), 'const a = /\\d/;\n');
    assert.equal(script(action), '');
    assert.equal(script(action, 'b'), null);
  });

  it('has its places in the file', () => {
    const text = `# one\n${action}[action.config]\nfile_contents = """\na();\n"""\n`;
    const source = (name: string) => actionSource(documentOf(text), name, schemaFor());
    assert.deepEqual(source('a'), {
      script: 'a();\n',
      places: [
        { offset: 0, line: 5, character: 0 },
        { offset: 5, line: 6, character: 0 },
      ],
    });
    assert.equal(source('b'), null);
    assert.equal(actionSource(documentOf(action), 'a', schemaFor()), null);
  });

  it('is written into the string where it stands', () => {
    const before = `# one\n${action}[action.config]\nfile_contents = """\nfirst();\n""" # why\n\n[[stack]]\n`;
    const after = written(before, 'first();\nsecond();\n');
    assert.equal(after, before.replace('first();', 'first();\nsecond();'));
    assert.equal(written(before, 'first();\n'), before);
    assert.equal(written(before, '', 'b'), null);
  });

  it('has the line breaks of the file', () => {
    const crlf = `${action}[action.config]\nfile_contents = """\na();\n"""\n`.replaceAll(
      '\n',
      '\r\n',
    );
    assert.equal(written(crlf, 'a();\nb();\n'), crlf.replace('a();', 'a();\r\nb();'));
  });

  it('is added where the config stands', () => {
    const key = 'file_contents = """\na();\nb();\n"""';
    const value = 'a();\nb();\n';
    assert.equal(written(action, value), `${action.trimEnd()}\nconfig.${key}\n`);
    const table = `${action}[action.config]\nrun_at_startup = true\n`;
    assert.equal(written(table, value), `${table}${key}\n`);
    const inline = `${action}config = { run_at_startup = true }\n`;
    assert.equal(written(inline, value), inline.replace('true }', `true, ${key} }`));
  });

  it('is nobody’s where two Actions have the name', () => {
    const twin = `${action}[action.config]\nfile_contents = "a();"\n`;
    const twins = `${twin}\n${twin}`;
    const says = /This file has 2 Actions “a”: give each a name of its own first\./;
    assert.throws(() => script(twins), says);
    assert.throws(() => written(twins, 'b();'), says);
    assert.equal(script(twins, 'b'), null);
  });

  it('is not written where no string can hold it', () => {
    const text = `${action}[action.config]\nfile_contents = """\na\n"""\n`;
    assert.equal(script(written(text, 'const quotes = `"""\\\\`')!), 'const quotes = `"""\\\\`');
  });
});

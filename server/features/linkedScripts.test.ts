import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { linkedScriptsIn, linkEdit } from './linkedScripts.ts';
import { afterEdits } from './rewrites/effect.ts';

function linked(text: string, path: string): string | null {
  const document = documentOf(text);
  const edit = linkEdit(document, 'a', path, schemaFor());
  return edit && afterEdits(document, [edit]).text;
}

const action = '[[action]]\nname = "a"\n';
const script = 'file_contents = """\na();\n"""\n';

describe('the link of a script to a file', () => {
  it('is written above the script', () => {
    assert.equal(
      linked(`${action}[action.config]\n  ${script}`, 's/a.ts'),
      `${action}[action.config]\n  # komodo: file[s/a.ts]\n  ${script}`,
    );
    assert.equal(
      linked(`${action}config.${script}`, 'a.ts'),
      `${action}# komodo: file[a.ts]\nconfig.${script}`,
    );
  });

  it('takes the place of the one that is there', () => {
    const text = `${action}[action.config]\n# komodo: file[old.ts]\n${script}`;
    assert.equal(linked(text, 'new.ts'), text.replace('old', 'new'));
    assert.deepEqual(linkedScriptsIn(documentOf(text), schemaFor()), [
      { uri: 'file:///test.toml', name: 'a', path: 'old.ts', script: 'a();\n' },
    ]);
  });

  it('is not written where no comment can stand', () => {
    assert.equal(linked(`${action}config = { file_contents = "" }\n`, 'a.ts'), null);
    assert.equal(linked(action, 'a.ts'), null);
  });
});

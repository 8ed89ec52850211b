import assert from 'node:assert/strict';
import { actionTemplates } from '../../komodo/actions/index.ts';
import { documentOf } from '../testing/text.ts';
import { newActionEdit } from './newAction.ts';
import { afterEdits } from './rewrites/effect.ts';

function after(text: string): string {
  const document = documentOf(text);
  return afterEdits(document, [newActionEdit(document, actionTemplates[0]!, 'hello')]).text;
}

describe('a new Action', () => {
  it('stands at the end of the file, an empty line behind what was there', () => {
    assert.match(
      after('[[stack]]\nname = "a"\n\n\n'),
      /^\[\[stack\]\]\nname = "a"\n\n\[\[action\]\]\n/,
    );
    assert.match(after('# mine'), /^# mine\n\n\[\[action\]\]\nname = "hello"\n/);
    assert.match(after(''), /^\[\[action\]\]\n/);
  });
});

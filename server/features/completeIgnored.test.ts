import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { contextWith } from '../testing/context.ts';
import { textIn, withCursor } from '../testing/text.ts';
import { completion } from './completion.ts';

function complete(marked: string) {
  const { document, position } = withCursor(`[[stack]]\n${marked}\nname = "a"\n`);
  return completion(document, position, contextWith()).map(({ label, detail, textEdit }) => {
    const { range, newText } = textEdit as TextEdit;
    return { label, detail, newText, replaced: textIn(document, range) };
  });
}

describe('completion of a comment that ignores', () => {
  it('proposes the codes, with what they are about', () => {
    const found = complete('# komodo: ignore[|]');
    assert.deepEqual(
      found.find(({ label }) => label === 'unknown-key'),
      {
        label: 'unknown-key',
        detail: 'a key that Core does not know and drops',
        newText: 'unknown-key',
        replaced: '',
      },
    );
    const [second] = complete('tags = [] # why # komodo: ignore[unknown-key, busy-|res]').filter(
      ({ label }) => label === 'busy-resource',
    );
    assert.equal(second?.replaced, 'busy-res');
    assert.ok(
      !complete('# komodo: ignore[unknown-key, |]').some(({ label }) => label === 'unknown-key'),
    );
  });

  it('proposes its word', () => {
    assert.deepEqual(
      complete('# komodo: ig|').map(({ newText, replaced }) => [newText, replaced]),
      [['ignore[$1]', 'ig']],
    );
  });

  it('proposes nothing in other comments, and none of it in texts', () => {
    assert.deepEqual(complete('# about komodo|'), []);
    assert.deepEqual(complete('description = "# komodo: ignore[|]"'), []);
  });
});

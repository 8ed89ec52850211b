import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { withCursor } from '../testing/text.ts';
import { resourceAt } from './resourceAt.ts';

function nameAt(marked: string): string | undefined {
  const { document, offset } = withCursor(marked);
  return resourceAt(document, schemaFor(), offset)?.name?.text;
}

describe('the block at a place', () => {
  it('is the one that its header begins, with all tables that belong to it', () => {
    assert.equal(nameAt('[[stack]]\nname = "a"\n[[stack]]\nname = "|b"'), 'b');
    assert.equal(nameAt('[[stack]]\nname = "a"\n[stack.config]\nserver = "|s"'), 'a');
    assert.equal(
      nameAt('[[stack]]\nname = "a"\n[[server]]\nname = "s"\n[stack.config]\nserver = "|s"'),
      'a',
    );
  });
  it('can be one of many in an array', () => {
    assert.equal(nameAt('stack = [{ name = "a" }, { name = "|b" }]'), 'b');
  });
  it('is none where no header has begun one', () => {
    assert.equal(nameAt('[stack.config]\nserver = "|s"'), undefined);
    assert.equal(nameAt('# |'), undefined);
    assert.equal(nameAt(''.concat('|')), undefined);
  });
});

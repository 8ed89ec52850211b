import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const others = ['[[action]]\nname = "C# build"\n[[action]]\nname = "tidy"\n'];

function found(pattern: string) {
  const execution = `{ execution.type = "BatchRunAction", execution.params.pattern = ${pattern} }`;
  return findingsIn(procedureWith(execution), { others });
}

describe('a comment in a pattern', () => {
  it('without a blank before it is none to Core', () => {
    const [unseen, ...more] = found('"""\ntidy# by name, or id\n"""');
    assert.deepEqual(more, []);
    assert.equal(unseen?.code, 'unseen-comment');
    assert.equal(unseen.class, 'surprising');
    assert.equal(unseen.text, 'tidy# by name, or id');
    assert.equal(
      unseen.message,
      'Core sees a comment only behind a blank or at the beginning of a line, so it reads `tidy# by name`, `or id`.',
    );
    assert.match(unseen.mended[0]!, /tidy # by name, or id/);
    assert.deepEqual(findingsIn(unseen.mended[0]!, { others }), []);
  });

  it('can make Core refuse the pattern', () => {
    const [unseen] = found("'tidy# or \\regex\\.'");
    assert.equal(unseen?.class, 'fails');
    assert.match(unseen.message, /which it refuses when it runs\.$/);
  });

  it('is not a name with a #, nor a comment that Core sees', () => {
    assert.deepEqual(found('"C# build"'), []);
    assert.deepEqual(found('"tidy # by name"'), []);
  });
});

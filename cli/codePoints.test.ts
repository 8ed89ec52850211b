import assert from 'node:assert/strict';
import { codePointsIn, offsetAfter } from './codePoints.ts';

describe('code points', () => {
  it('are counted, two halves as one', () => {
    assert.equal(codePointsIn(''), 0);
    assert.equal(codePointsIn('a🦎é'), 3);
    assert.equal(codePointsIn('a🦎é', 3), 2);
    assert.equal(codePointsIn('\ud83ea'), 2);
  });

  it('are gone by at an offset', () => {
    assert.equal(offsetAfter(0, 'a🦎é'), 0);
    assert.equal(offsetAfter(2, 'a🦎é'), 3);
    assert.equal(offsetAfter(9, 'a🦎é'), 4);
  });
});

import assert from 'node:assert/strict';
import { nearest } from './typings.ts';

describe('the typings for a Core', () => {
  const versions = ['2.3.2', '1.19.1', '2.3.0'];

  it('are those of the newest version that is not newer', () => {
    assert.equal(nearest(versions, '2.3.2'), '2.3.2');
    assert.equal(nearest(versions, '2.3.1'), '2.3.0');
    assert.equal(nearest(versions, '1.19.5'), '1.19.1');
    assert.equal(nearest(versions, '3.0.0'), '2.3.2');
    assert.equal(nearest(versions, undefined), '2.3.2');
  });

  it('are the oldest alike where all are newer', () => {
    assert.equal(nearest(versions, '2.0.0'), '2.3.0');
    assert.equal(nearest(versions, '1.18.0'), '1.19.1');
    assert.equal(nearest(versions, '0.1.0'), '1.19.1');
  });
});

import assert from 'node:assert/strict';
import { differing } from './differing.ts';

const parts = (before: string, after: string) => {
  const { start, endBefore, endAfter } = differing(before, after);
  return [before.slice(start, endBefore), after.slice(start, endAfter)];
};

describe('what differs', () => {
  it('is what equal ends leave', () => {
    assert.deepEqual(parts('name = "web"', 'name = "api"'), ['web', 'api']);
    assert.deepEqual(parts('ab', 'ab'), ['', '']);
    assert.deepEqual(parts('', 'new'), ['', 'new']);
  });

  it('counts no item for both ends', () => {
    assert.deepEqual(parts('aa', 'aaa'), ['', 'a']);
    assert.deepEqual(parts('aaa', 'aa'), ['a', '']);
  });

  it('is found in lists too', () => {
    assert.deepEqual(differing([1, 2, 3], [1, 4, 5, 3]), { start: 1, endBefore: 2, endAfter: 3 });
  });
});

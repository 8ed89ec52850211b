import assert from 'node:assert/strict';
import type { PreviewedItem } from '../../../komodo/preview/index.ts';
import { painted } from './painted.ts';

const item = (text: string, start: number, given: Partial<PreviewedItem> = {}): PreviewedItem => ({
  text,
  start,
  end: start + text.length,
  kind: 'wildcard',
  names: ['a'],
  ...given,
});

describe('a painted pattern', () => {
  it('is cut at its items, and nothing of it gets lost', () => {
    const text = 'foo-*, bar # both';
    const pieces = painted(text, [item('foo-*', 0), item('bar', 7, { names: [] })]);
    assert.deepEqual(pieces, [
      { text: 'foo-*', item: 0 },
      { text: ', ' },
      { text: 'bar', item: 1, empty: true },
      { text: ' # both' },
    ]);
  });

  it('shows what Core refuses', () => {
    assert.deepEqual(painted('\\(\\', [item('\\(\\', 0, { names: [], problem: 'no' })]), [
      { text: '\\(\\', item: 0, refused: true },
    ]);
  });

  it('leaves plain what was typed since', () => {
    assert.deepEqual(painted('foo', [item('foo-*', 0)]), [{ text: 'foo' }]);
    assert.deepEqual(painted('', [item('foo', 0)]), []);
  });
});

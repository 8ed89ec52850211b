import assert from 'node:assert/strict';
import type { Runnable } from '../runnable.ts';
import { runnableItems } from './runnableItems.ts';

const runnable = (name: string, more: Partial<Runnable> = {}): Runnable => ({
  kind: 'Procedure',
  id: name,
  name,
  state: 'Ok',
  ...more,
});
const labels = (inFile: readonly string[]): string[] =>
  runnableItems([runnable('a'), runnable('b', { state: 'Failed' }), runnable('c')], inFile, 0).map(
    ({ label, runnable: chosen }) => (chosen ? label : `— ${label}`),
  );

describe('the list of what can be run', () => {
  it('shows state by an icon', () => {
    assert.deepEqual(labels([]), ['$(pass) a', '$(error) b', '$(pass) c']);
  });

  it('begins with what stands in the file in the editor', () => {
    assert.deepEqual(labels(['c', 'not on Core']), [
      '— in this file',
      '$(pass) c',
      '— others',
      '$(pass) a',
      '$(error) b',
    ]);
    assert.deepEqual(labels(['a', 'b', 'c'])[0], '— in this file');
    assert.equal(labels(['a', 'b', 'c']).length, 4);
  });
});

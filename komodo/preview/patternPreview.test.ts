import assert from 'node:assert/strict';
import type { Inventory } from '../inventory/inventory.ts';
import { readPattern } from '../patterns/index.ts';
import { engine } from '../patterns/testing/engine.ts';
import { previewPattern } from './patternPreview.ts';
import { counted, pickedInWords } from './words.ts';

const inventory: Inventory = {
  source: 'workspace',
  label: 'files',
  resources: { stack: ['bar-1', 'foo-1', 'foo-2', 'qux'].map((name) => ({ name })) },
  tags: [],
  variables: [],
};
const preview = (text: string) =>
  previewPattern(readPattern(text, 'batch'), 'stack', inventory, engine);

describe('the preview of a pattern', () => {
  it('says of each item where it stands, what it is and what it picks', () => {
    const { items } = preview('foo-*, \\^bar\\\nqux # the last');
    assert.deepEqual(items, [
      { text: 'foo-*', start: 0, end: 5, kind: 'wildcard', names: ['foo-1', 'foo-2'] },
      { text: '\\^bar\\', start: 7, end: 13, kind: 'regex', names: ['bar-1'] },
      { text: 'qux', start: 14, end: 17, kind: 'name', names: ['qux'] },
    ]);
  });

  it('says of each name which items pick it, and which names are left', () => {
    const { picked, others } = preview('foo-*, foo-1, none');
    assert.deepEqual(picked, [
      { name: 'foo-1', items: [0, 1] },
      { name: 'foo-2', items: [0] },
    ]);
    assert.deepEqual(others, ['bar-1', 'qux']);
  });

  it('picks nothing where Core refuses an item, and has its words', () => {
    const { items, picked, others, problem } = preview('foo-*, \\d');
    assert.deepEqual(picked, []);
    assert.equal(others.length, 4);
    assert.match(problem ?? '', /^Wildcard matching string invalid: wildcard syntax error at/);
    assert.equal(items[1]?.problem, problem);
    assert.deepEqual(items[0]?.names, ['foo-1', 'foo-2']);
  });

  it('comes to a sentence', () => {
    assert.equal(pickedInWords(preview('foo-*')), 'Picks 2 of 4 stacks');
    assert.match(
      pickedInWords(preview('\\')),
      /^Core refuses this pattern when it runs: begin > end/,
    );
    assert.equal(counted(1, 'resource_sync'), '1 resource sync');
  });
});

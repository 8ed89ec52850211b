import assert from 'node:assert/strict';
import { readResources } from '../resources/index.ts';
import { dataOf, parse } from '../toml/index.ts';
import { workspaceInventory } from './workspaceInventory.ts';

const inventoryOf = (...texts: string[]) =>
  workspaceInventory(
    texts.flatMap((text) => readResources(dataOf(parse(text))).resources),
    'files',
  );

describe('the inventory of resource files', () => {
  it('has each name once, in the order of bytes', () => {
    const { resources } = inventoryOf(
      '[[stack]]\nname = "b"\n[[stack]]\nname = "a"\n[[server]]\nname = "s"\n',
      '[[stack]]\nname = "b"\n[[stack]]\nname = "B"\n[[stack]]\nname = "\u{1F600}"\n[[stack]]\nname = "\uFF5E"\n',
    );
    const names = resources.stack?.map(({ name }) => name);
    assert.deepEqual(names, ['B', 'a', 'b', '\uFF5E', '\u{1F600}']);
    assert.deepEqual(
      resources.server?.map(({ name }) => name),
      ['s'],
    );
  });

  it('has tags, templates and variables', () => {
    const inventory = inventoryOf(
      '[[stack]]\nname = "a"\ntemplate = true\ntags = ["prod", "web"]\n[[variable]]\nname = "TOKEN"\nvalue = "1"\n',
    );
    assert.deepEqual(inventory.resources.stack, [
      { name: 'a', tags: ['prod', 'web'], template: true },
    ]);
    assert.deepEqual(inventory.tags, ['prod', 'web']);
    assert.deepEqual(inventory.variables, ['TOKEN']);
  });

  it('finds the names of a file that Core refuses, too', () => {
    const { resources } = inventoryOf('[[stack]]\nname = "a"\ntags = 5\n[[stack]\nname = "b"\n');
    assert.ok(resources.stack?.some(({ name }) => name === 'a'));
  });
});

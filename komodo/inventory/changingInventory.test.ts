import assert from 'node:assert/strict';
import { Random } from '../../scripts/fuzz/random.mts';
import { ChangingInventory } from './changingInventory.ts';
import type { DefinedName } from './definedName.ts';

/** An inventory of what is defined, and what defines it now. */
function changing() {
  const defined: DefinedName[] = [];
  const inventory = new ChangingInventory('files', (kind, name) =>
    defined.find((each) => each.kind === kind && each.name === name),
  );
  return {
    defined,
    get inventory() {
      return inventory.inventory;
    },
    add(each: DefinedName) {
      defined.push(each);
      inventory.add(each);
    },
    remove(each: DefinedName) {
      defined.splice(defined.indexOf(each), 1);
      inventory.remove(each);
    },
  };
}

const stack = (name: string, ...tags: string[]): DefinedName => {
  return { kind: 'stack', name, tags, template: false };
};

/** The same, put together at once. */
function plainInventory(defined: readonly DefinedName[]) {
  const inOrder = (names: readonly string[]) =>
    [...new Set(names)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const namesOf = (kind: string) =>
    inOrder(defined.filter((each) => each.kind === kind).map(({ name }) => name));
  const lists = ['stack', 'server', 'procedure'].map((kind) => {
    const items = namesOf(kind).map((name) => {
      const { tags, template } = defined.find((each) => each.kind === kind && each.name === name)!;
      return { name, tags, ...(template && { template }) };
    });
    return [kind, items] as const;
  });
  return {
    source: 'workspace',
    label: 'files',
    resources: Object.fromEntries(lists.filter(([, items]) => items.length > 0)),
    tags: inOrder(defined.flatMap(({ tags }) => tags)),
    variables: namesOf('variable'),
  };
}

describe('the inventory of names that come and go', () => {
  it('keeps the lists in which nothing has changed', () => {
    const files = changing();
    files.add(stack('a', 'prod'));
    files.add({ kind: 'server', name: 's', tags: ['prod'], template: false });
    const before = files.inventory;
    assert.equal(files.inventory, before);
    files.add(stack('b', 'prod'));
    const { resources, tags } = files.inventory;
    assert.deepEqual(
      resources.stack?.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.equal(resources.server, before.resources.server);
    assert.equal(tags, before.tags);
  });

  it('is that of what is defined, whatever comes and goes', () => {
    const random = new Random(5);
    const names = ['a', 'b', 'B', 'web-1', 'web-10', 'ü', '\u{1F600}', '\uFF5E'];
    const kinds = ['stack', 'server', 'variable', 'user_group', 'procedure'] as const;
    for (let round = 0; round < 50; round++) {
      const files = changing();
      for (let step = 0; step < 60; step++) {
        const isCrowd = random.chance(0.1);
        for (let count = isCrowd ? 40 : 1; count > 0; count--) {
          if (files.defined.length > 0 && random.chance(0.45))
            files.remove(random.pick(files.defined));
          else
            files.add({
              kind: random.pick(kinds),
              name: `${random.pick(names)}${isCrowd ? count : ''}`,
              tags: random.chance(0.5) ? [random.pick(names)] : [],
              template: random.chance(0.2),
            });
        }
        assert.deepEqual(files.inventory, plainInventory(files.defined));
      }
    }
  });
});

import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from '../testing/check.ts';

const stacks = ['bar-1', 'foo-1', 'foo-2', 'qux'].map((name) => `[[stack]]\nname = "${name}"\n`);

function found(pattern: string, world: World = { others: stacks }) {
  const execution = `{ execution.type = "BatchDeployStack", execution.params.pattern = ${pattern} }`;
  const codes = ['pattern-without-match', 'refused-pattern'];
  return findingsIn(procedureWith(execution), world, ...codes);
}

describe('a pattern', () => {
  it('of which an item picks nothing', () => {
    const [none, ...others] = found('"foo-*, baz-*"');
    assert.deepEqual(others, []);
    assert.equal(none?.text, 'baz-*');
    assert.equal(none.class, 'style');
    assert.equal(none.message, '`baz-*` picks none of the stacks in this workspace.');
    assert.equal(found('"fooo"')[0]?.message, 'There is no stack `fooo` in this workspace.');
  });

  it('weighs more when the names are those of a Core', () => {
    const [none] = found('"gone"', { core: coreWith({ stack: ['live'] }) });
    assert.equal(none?.class, 'surprising');
    assert.equal(none.message, 'There is no stack `gone` on komodo.lan.');
    assert.equal(found('"gone"', { core: coreWith({}) }).length, 1);
  });

  it('is left alone where nothing is known', () => {
    assert.deepEqual(found('"x"', {}), []);
  });

  it('that Core refuses, at the very item', () => {
    const [refused, ...others] = found('"""foo-*\n\\(\\\n"""');
    assert.deepEqual(others, []);
    assert.equal(refused?.text, '\\(\\');
    assert.equal(refused.class, 'fails');
    assert.match(refused.message, /^Core refuses this pattern when it runs: /);
  });

  it('is found behind escapes', () => {
    assert.equal(found('"\\\\^bar-.*$\\\\, no\\u0070e"')[0]?.text, 'no\\u0070e');
  });
});

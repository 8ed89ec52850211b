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
    assert.equal(found('"xyz"')[0]?.message, 'There is no stack `xyz` in this workspace.');
  });

  it('weighs more when the names are those of a Core', () => {
    const [none] = found('"gone"', { core: coreWith({ stack: ['live'] }) });
    assert.equal(none?.class, 'surprising');
    assert.equal(none.message, 'There is no stack `gone` on komodo.lan.');
    assert.equal(found('"gone"', { core: coreWith({}) }).length, 1);
  });

  it('knows nothing of ids, unlike what names one resource', () => {
    const id = '68f0000000000000000000b1';
    const core = { ...coreWith({}), resources: { stack: [{ name: 'live', id }] } };
    const [none] = found(`"live, ${id}"`, { core });
    assert.equal(
      none?.message,
      `\`${id}\` is the id of the stack \`live\`, and Core holds patterns against names alone. Write \`live\`.`,
    );
    assert.match(none.mended[0]!, /"live, live"/);
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

  it('that looks ahead can name what it means', () => {
    const [refused] = found("'\\^(?!foo-1$).*\\, qux'");
    assert.equal(refused?.code, 'refused-pattern');
    assert.match(refused.mended[0]!, /'bar-1, foo-2, qux, qux'/);
  });

  it('with backslashes that are doubled where they need not be', () => {
    const [refused, ...others] = found(String.raw`'foo-1, \\^ba[rz]-\\d$\\'`);
    assert.deepEqual(others, []);
    assert.equal(refused?.code, 'refused-pattern');
    assert.equal(refused.advice, 'A backslash is just that here: write `\\^ba[rz]-\\d$\\`.');
    assert.ok(refused.mended[0]!.includes(String.raw`'foo-1, \^ba[rz]-\d$\'`), refused.mended[0]);
    // Between quotes they are escapes.
    assert.deepEqual(found(String.raw`"\\^ba[rz]-\\d$\\"`), []);
  });

  it('that is one backslash alone', () => {
    const [panics, ...others] = found('"foo-*, \\\\"');
    assert.deepEqual(others, []);
    assert.equal(panics?.class, 'fails');
    assert.match(panics.message, /^One backslash alone makes Core panic when it runs this: /);
  });

  it('with a name that is nearly that of a resource', () => {
    const [near] = found('"foo-*, quxx"');
    assert.equal(near?.message, 'There is no stack `quxx` in this workspace. Did you mean `qux`?');
    assert.match(near.mended[0]!, /"foo-\*, qux"/);
  });

  it('whose names are parted by something else than Core parts them by', () => {
    const mended = (pattern: string) =>
      found(pattern).map(({ mended: [text] }) => /pattern = (.*) }/.exec(text ?? '')?.[1]);
    assert.equal(
      found('"foo-1; qux"')[0]?.message,
      'There is no stack `foo-1; qux` in this workspace: names are parted by commas or lines, and stand without quotes and brackets. Write `foo-1, qux`.',
    );
    assert.deepEqual(mended('"foo-1 qux"'), ['"foo-1, qux"']);
    assert.deepEqual(mended(`"'foo-1', qux"`), ['"foo-1, qux"']);
    assert.match(found('"foo-1; xyz"')[0]!.message, /^There is no stack `foo-1; xyz` in/);
  });

  it('is found behind escapes', () => {
    assert.equal(found('"\\\\^bar-.*$\\\\, no\\u0070e"')[0]?.text, 'no\\u0070e');
  });
});

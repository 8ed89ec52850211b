import assert from 'node:assert/strict';
import { mergeArgs } from './args.ts';
import { argsToGive, argText, looseArg, typedArg } from './givenArgs.ts';

const defaults = {
  limit: 80,
  app: 'web',
  dry: true,
  tags: ['a'],
  at: { host: 'one', ports: [80] },
};

describe('the arguments that a run gives', () => {
  it('are none where the defaults do', () => {
    assert.deepEqual(argsToGive(defaults, structuredClone(defaults)), {});
  });

  it('are what differs, so that Core makes the wanted ones of them', () => {
    const wanted = {
      ...defaults,
      limit: 95,
      tags: ['a', 'b'],
      at: { host: 'two', ports: [80, 443], user: 'x' },
      more: null,
    };
    const given = argsToGive(defaults, wanted);
    assert.deepEqual(given, {
      limit: 95,
      tags: ['b'],
      at: { host: 'two', ports: [443], user: 'x' },
      more: null,
    });
    assert.deepEqual(mergeArgs(defaults, given), wanted);
  });

  it('can take nothing away', () => {
    const { app, ...rest } = defaults;
    assert.equal(app, 'web');
    assert.throws(() => argsToGive(defaults, rest), /so app can’t be left out/);
    assert.throws(
      () => argsToGive(defaults, { ...defaults, at: { host: 'one' } }),
      /at\.ports can’t be left out/,
    );
    assert.throws(
      () => argsToGive(defaults, { ...defaults, tags: ['b'] }),
      /tags has to begin with \["a"\]/,
    );
  });
});

describe('a value that somebody types', () => {
  it('keeps its type', () => {
    assert.equal(typedArg('95', '80'), '95');
    assert.equal(typedArg('95', 80), 95);
    assert.equal(typedArg('false', true), false);
    assert.deepEqual(typedArg('["a", "b"]', ['a']), ['a', 'b']);
    assert.deepEqual(typedArg('{"a": 1}', {}), { a: 1 });
    assert.equal(typedArg('"x"', null), 'x');
  });

  it('is refused where it has another', () => {
    assert.throws(() => typedArg('many', 80), /Type a number/);
    assert.throws(() => typedArg('', 80), /Type a number/);
    assert.throws(() => typedArg('yes', true), /Type true or false/);
    assert.throws(() => typedArg('{}', []), /Type a list/);
    assert.throws(() => typedArg('[]', {}), /Type an object/);
    assert.throws(() => typedArg('x', null), /double quotes/);
  });

  it('is of any type where nobody says which', () => {
    assert.deepEqual(['web', '80', '"80"', '{"a": 1}', ''].map(looseArg), [
      'web',
      80,
      '80',
      { a: 1 },
      '',
    ]);
  });

  it('is shown as it is typed', () => {
    assert.deepEqual(['a b', 80, true, ['a'], null].map(argText), [
      'a b',
      '80',
      'true',
      '["a"]',
      'null',
    ]);
  });
});

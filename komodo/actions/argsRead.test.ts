import assert from 'node:assert/strict';
import { argsReadIn } from './argsRead.ts';

const read = (script: string) => {
  const names = argsReadIn(script);
  return names && [...names];
};

describe('the arguments that a script looks at', () => {
  it('are told by their names', () => {
    assert.deepEqual(read('ARGS.a; f(`${ARGS?.b}`, ARGS["c-d"], ARGS?.["e"]);'), [
      'a',
      'b',
      'c-d',
      'e',
    ]);
    assert.deepEqual(read('const { a, b: c = 1, "d": e } = ARGS;'), ['e', 'd', 'c', 'b', 'a']);
    assert.deepEqual(read('// ARGS.a\nother.ARGS.b; "ARGS.c";'), []);
  });

  it('can be any where it takes all of them', () => {
    for (const script of [
      'console.log(ARGS)',
      'ARGS[name]',
      'const { a, ...rest } = ARGS;',
      'const args = ARGS;',
      'for (const a in ARGS) f(a);',
      'x = { ...ARGS }',
    ])
      assert.equal(read(script), undefined, script);
  });
});

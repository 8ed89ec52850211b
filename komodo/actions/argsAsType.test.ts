import assert from 'node:assert/strict';
import { argsOfComment, exampleOf, typeOfArgs } from './index.ts';

describe('the arguments that a comment of a script says', () => {
  const typeIn = (text: string) => {
    const args = argsOfComment(text);
    return args && typeOfArgs(args);
  };

  it('have the types of their values; a run may give others', () => {
    assert.equal(
      typeIn('// komodo: action\n// komodo: args {"limit": 80, "names": ["a"], "more": null}\n'),
      '{ "limit": number; "names": (string)[]; "more": any; [name: string]: any }',
    );
  });

  it('are not known without one, or where it is no JSON', () => {
    assert.equal(typeIn('// komodo: action\n'), undefined);
    assert.equal(typeIn('// komodo: args {"limit"}\n'), undefined);
  });
});

describe('an example of arguments', () => {
  it('has their type, and nothing else of them', () => {
    const args = { key: 'secret', limit: 80, on: true, none: null, all: [1, 2, 'a', ['b'], ['c']] };
    const example = { key: '', limit: 0, on: false, none: null, all: [0, '', ['']] };
    assert.deepEqual(exampleOf(args), example);
    assert.equal(typeOfArgs(example), typeOfArgs(args));
  });
});

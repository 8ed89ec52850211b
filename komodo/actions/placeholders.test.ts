import assert from 'node:assert/strict';
import { withoutPlaceholders } from './placeholders.ts';

const neutral = (script: string) => withoutPlaceholders(script).text;

describe('Variables in the code of a script', () => {
  it('are values, each as long as it was', () => {
    const script = 'const port = [[WEB_PORT]]; f([[a-b.c]], [[WEB_PORT]]);';
    assert.deepEqual(withoutPlaceholders(script), {
      text: 'const port = __WEB_PORT__; f(__a_b_c__, __WEB_PORT__);',
      names: ['__WEB_PORT__', '__a_b_c__'],
    });
  });

  it('stay what they are in strings and templates', () => {
    for (const script of ['"[[A]]"', "'[[A]]'", '`[[A]] ${x} [[B]]`', '/[[A]]/']) {
      assert.equal(neutral(script), script);
    }
    assert.equal(neutral('`${[[A]]}`'), '`${__A__}`');
  });

  it('are told from arrays in arrays', () => {
    for (const script of ['[[1, 2], [3]]', '[[1]]', 'const a = 1; f([[a]]);', '[[ A ]]', '[["a"]]'])
      assert.equal(neutral(script), script);
  });
});

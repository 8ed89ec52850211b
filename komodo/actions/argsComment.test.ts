import assert from 'node:assert/strict';
import { argsComment } from './argsComment.ts';

describe('the ARGS that a file says for itself', () => {
  it('stand in a comment, as JSON', () => {
    const text =
      '// komodo: action\r\n// komodo: args {"limit": 80}\r\nconsole.log(ARGS.limit);\r\n';
    assert.equal(argsComment(text), '{"limit": 80}');
    assert.equal(argsComment('  //komodo:args = {"a": {"b": []}} \n'), '{"a": {"b": []}}');
  });

  it('are not what only looks like it', () => {
    for (const text of ['a(); // komodo: args {}', '// komodo: arguments {}', '// args {}\n'])
      assert.equal(argsComment(text), undefined, text);
  });
});

import assert from 'node:assert/strict';
import { findingsIn, type World } from '../testing/check.ts';

const found = (text: string, world?: World) => findingsIn(text, world, 'rewritten-name');

describe('a name that Core writes otherwise', () => {
  it('is found where it is defined', () => {
    const [finding, ...others] = found('[[stack]]\nname = "My.Stack"\n');
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'fails');
    assert.equal(finding.text, 'My.Stack');
    assert.equal(
      finding.message,
      'Core calls this stack `my_stack`: the next sync finds no `My.Stack`, tries to make it once more and fails. ' +
        'Write `my_stack`.',
    );
  });

  it('has the one that Core gives as its mend', () => {
    assert.equal(found('[[stack]]\nname = "My Stack"\n')[0]?.newName, 'my_stack');
  });

  it('that is another one’s is not offered', () => {
    const [finding] = found('[[stack]]\nname = "Web"\n[[stack]]\nname = "web"\n');
    assert.equal(
      finding?.message,
      'Core calls this stack `web`, and that is the name of another one.',
    );
    assert.equal(finding.newName, undefined);
  });

  it('may come to nothing', () => {
    const [finding] = found('[[stack]]\nname = "???"\n');
    assert.match(finding!.message, /calls this stack nothing at all: .* Give it a name/);
    assert.equal(finding?.newName, undefined);
  });

  it('is none where a template is to be filled in', () => {
    assert.deepEqual(found('[[stack]]\nname = "{{ project }}"\n'), []);
    assert.deepEqual(found('[[stack]]\nname = "web-<PROJECT_NAME>"\n'), []);
  });

  it('depends on the kind and on the version of Core', () => {
    assert.deepEqual(found('[[server]]\nname = "My.Server"\n[[variable]]\nname = " "\n'), []);
    assert.deepEqual(found('[[stack]]\nname = "a/b"\n', { version: '2.2.0' }), []);
    assert.equal(found('[[repo]]\nname = "my repo"\n')[0]?.newName, 'my_repo');
  });
});

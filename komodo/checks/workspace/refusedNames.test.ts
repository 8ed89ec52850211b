import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const found = (text: string, world?: World) => findingsIn(text, world, 'refused-name');

describe('a name that Core refuses', () => {
  it('is empty, or an id', () => {
    const [empty] = found('[[stack]]\nname = ""\n');
    assert.equal(empty?.class, 'fails');
    assert.equal(empty.text, '""');
    assert.match(found('[[stack]]\nname = "0123456789abcdef01234567"\n')[0]!.message, /are an id/);
    assert.deepEqual(found('[[user_group]]\nname = "0123456789abcdef01234567"\n'), []);
  });

  it('is no name of a Variable, and is mended by one that is', () => {
    const text = (name: string) => `[[variable]]\nname = "${name}"\nvalue = "1"\n`;
    const [finding] = found(text('API-TOKEN'));
    assert.equal(finding?.text, 'API-TOKEN');
    assert.match(finding.message, /letters, digits and _/);
    assert.equal(finding.newName, 'API_TOKEN');
    assert.equal(found(text('1st'))[0]?.newName, '_1st');
  });

  it('may be a Variable’s that Core has from before', () => {
    const text = '[[variable]]\nname = "API-TOKEN"\nvalue = "1"\n';
    assert.deepEqual(found(text, { version: '1.19.5' }), []);
    assert.deepEqual(found(text, { core: coreWith({}, { variables: ['API-TOKEN'] }) }), []);
  });
});

import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const codes = ['unknown-resource', 'refused-pattern', 'pattern-without-match'];
const found = (target: string, world?: World) =>
  findingsIn(
    `[[user_group]]\nname = "devs"\npermissions = [{ target = ${target}, level = "Read" }]\n`,
    world,
    ...codes,
  );
const core = coreWith({ server: ['mars', 'venus'], stack: ['web'] });

describe('the target of a permission', () => {
  it('is dropped where there is none', () => {
    const [finding, ...others] = found('{ type = "Server", id = "mras" }', { core });
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'ignored');
    assert.equal(finding.text, 'mras');
    assert.equal(
      finding.message,
      'There is no server `mras` on komodo.lan. Did you mean `mars`? Core drops this permission.',
    );
    assert.match(finding.mended[0]!, /id = "mars"/);
  });

  it('is fine where there is one, or nothing is known', () => {
    assert.deepEqual(found('{ type = "Server", id = "mars" }', { core }), []);
    assert.deepEqual(found('{ type = "System", id = "system" }', { core }), []);
    assert.deepEqual(found('{ type = "Server", id = "moon" }'), []);
    assert.deepEqual(found('{ type = "Server", id = \'\\^m\\\' }', { core }), []);
  });

  it('may be a pattern that picks none', () => {
    const [finding] = found('{ type = "Stack", id = "db-*" }', { core });
    assert.equal(finding?.code, 'pattern-without-match');
    assert.equal(finding.class, 'surprising');
    assert.equal(finding.message, '`db-*` picks none of the stacks on komodo.lan.');
  });

  it('is no list', () => {
    const messages = ['mars, venus', 'mars, v*'].map(
      (target) => found(`{ type = "Server", id = "${target}" }`, { core })[0]!.message,
    );
    assert.deepEqual(messages, [
      'There is no server `mars, venus` on komodo.lan. A permission has one name or pattern, and no list of them. Core drops this permission.',
      '`mars, v*` picks none of the servers on komodo.lan. A permission has one name or pattern, and no list of them.',
    ]);
  });

  it('may be a pattern for which Core refuses the sync', () => {
    const [finding] = found('{ type = "Stack", id = \'\\(\\\' }', { core });
    assert.equal(finding?.code, 'refused-pattern');
    assert.equal(finding.text, '\\(\\');
    assert.match(finding.message, /^Core refuses this pattern, and the whole sync with it: /);
  });
});

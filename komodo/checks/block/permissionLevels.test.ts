import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const group = (permission: string) =>
  `[[user_group]]\nname = "devs"\npermissions = [{ ${permission} }] # all\n`;
const found = (permission: string) => findingsIn(group(permission), {}, 'permission-without-level');

describe('a permission', () => {
  it('without a level is dropped', () => {
    const [finding, ...others] = found('target = { type = "Server", id = "mars" }');
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'ignored');
    assert.equal(finding.text, '{ target = { type = "Server", id = "mars" } }');
    assert.equal(
      finding.message,
      'Core drops a permission without a `level`: it permits nothing. Write `level = "Read"`, `"Execute"` or `"Write"`.',
    );
    assert.deepEqual(finding.mended, [
      group('target = { type = "Server", id = "mars" }, level = "Read"'),
      group('target = { type = "Server", id = "mars" }, level = "Execute"'),
      group('target = { type = "Server", id = "mars" }, level = "Write"'),
    ]);
  });

  it('is so with something specific, too, and with dotted keys', () => {
    const [finding] = found('target.type = "Server", target.id = "mars", specific = ["Logs"]');
    assert.equal(
      finding?.mended[0],
      group('target.type = "Server", target.id = "mars", specific = ["Logs"], level = "Read"'),
    );
  });

  it('under a header of its own gets a line', () => {
    const text =
      '[[user_group]]\nname = "devs"\n[[user_group.permissions]]\ntarget.type = "Server"\ntarget.id = "mars" # it\n';
    const [finding] = findingsIn(text, {}, 'permission-without-level');
    assert.equal(finding?.mended[0], `${text}level = "Read"\n`);
  });

  it('with a level is fine, also with None, which says that nothing is meant', () => {
    assert.deepEqual(found('target = { type = "Server", id = "mars" }, level = "Read"'), []);
    assert.deepEqual(found('target = { type = "Server", id = "mars" }, level = "None"'), []);
  });
});

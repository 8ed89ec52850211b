import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const found = (config: string, world?: World) =>
  findingsIn(`[[alerter]]\nname = "chat"\n[alerter.config]\n${config}\n`, world, 'alerter-target');
const id = '6b02d3c6ecc9e19d5b7d2a4c';

describe('a resource that an alerter names', () => {
  it('is never told by its name', () => {
    const [finding, ...others] = found('resources = [{ type = "Server", id = "mars" }]');
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'surprising');
    assert.equal(finding.text, 'mars');
    assert.equal(
      finding.message,
      'An alerter knows a server by its id alone, so this alerter sends nothing about it. ' +
        'Write the id, which is in the address of its page.',
    );
    assert.deepEqual(finding.mended, []);
  });

  it('is not left out by its name either', () => {
    const [finding] = found('except_resources = [{ type = "ResourceSync", id = "main" }]');
    assert.match(
      finding!.message,
      /a resource sync by its id alone, so its alerts are sent all the same/,
    );
  });

  it('gets the id that Core has', () => {
    const core = { ...coreWith({}), resources: { server: [{ name: 'mars', id }] } };
    const [finding] = found('resources = [{ type = "Server", id = "mars" }]', { core });
    assert.equal(finding?.mends?.[0]?.title, 'Write the id of `mars`');
    assert.match(finding.mended[0]!, new RegExp(`id = "${id}"`));
  });

  it('is fine by its id', () => {
    assert.deepEqual(found(`resources = [{ type = "Server", id = "${id}" }]`), []);
    assert.deepEqual(found('resources = []'), []);
  });
});

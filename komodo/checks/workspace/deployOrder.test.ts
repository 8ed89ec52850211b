import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const codes = ['deploy-cycle', 'ignored-after'];
const found = (text: string, world?: World) => findingsIn(text, world, ...codes);
/** A resource that a sync deploys. */
const deployed = (kind: string, name: string, ...after: string[]) =>
  `[[${kind}]]\nname = "${name}"\ndeploy = true\nafter = ${JSON.stringify(after)}\n`;

describe('an order of deploys', () => {
  it('that leads back to where it began never ends', () => {
    const all = found(
      deployed('stack', 'a', 'b') + deployed('stack', 'b', 'x', 'c') + deployed('stack', 'c', 'a'),
    );
    assert.deepEqual(
      all.map(({ code, class: kind, text }) => [code, kind, text]),
      [
        ['deploy-cycle', 'fails', 'b'],
        ['deploy-cycle', 'fails', 'c'],
        ['deploy-cycle', 'fails', 'a'],
      ],
    );
    assert.equal(
      all[0]?.message,
      '`a` waits for itself: `a` → `b` → `c` → `a`. ' +
        'Core deploys none of it, and the sync stays busy until Core restarts.',
    );
    assert.deepEqual(
      all[0].elsewhere?.map(({ range, message }) => [range.start.line, message]),
      [
        [5, '`b` waits for `c`.'],
        [9, '`c` waits for `a`.'],
      ],
    );
  });

  it('may wait for itself', () => {
    const [finding, ...others] = found(deployed('deployment', 'a', 'a'));
    assert.deepEqual(others, []);
    assert.match(finding!.message, /^`a` waits for itself\. Core deploys none/);
  });

  it('leads through other files', () => {
    const [finding] = found(deployed('stack', 'a', 'b'), { others: [deployed('stack', 'b', 'a')] });
    assert.equal(finding?.elsewhere?.[0]?.uri, 'file:///1.toml');
  });

  it('is fine where it ends', () => {
    const text =
      deployed('stack', 'a', 'b', 'c') + deployed('stack', 'b', 'c') + deployed('stack', 'c');
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(deployed('stack', 'a', 'elsewhere')), []);
  });

  it('has no effect on what is not deployed', () => {
    const [finding] = found('[[stack]]\nname = "a"\nafter = ["b"]\n');
    assert.equal(finding?.text, 'after');
    assert.equal(finding.class, 'ignored');
    const [target] = found(`${deployed('stack', 'a', 'b')}[[stack]]\nname = "b"\nafter = []\n`);
    assert.equal(target?.text, 'b');
    assert.match(target.message, /^The sync does not deploy `b`, so nothing waits for it/);
  });

  it('has no effect from a deployment to a stack', () => {
    const text = deployed('deployment', 'a', 'b') + deployed('stack', 'b', 'a');
    const [finding] = found(text);
    assert.match(
      finding!.message,
      /^A deployment waits for other deployments alone: `b` is a stack/,
    );
    assert.equal(found(text, { core: coreWith({ deployment: ['a'] }) })[0]?.code, 'ignored-after');
  });

  it('leads from a stack to what Core has as a deployment', () => {
    const text =
      deployed('stack', 'a', 'b') +
      deployed('deployment', 'b', 'a') +
      deployed('deployment', 'a', 'b');
    const core = coreWith({ deployment: ['b', 'a'] });
    assert.deepEqual(
      found(text, { core }).map(({ code, text: at }) => [code, at]),
      [
        ['deploy-cycle', 'a'],
        ['deploy-cycle', 'b'],
      ],
    );
  });
});

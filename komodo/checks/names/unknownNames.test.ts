import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const found = (text: string, world?: World) => findingsIn(text, world, 'unknown-resource');
const stack = (config: string) => `[[stack]]\nname = "app"\n[stack.config]\n${config}\n`;
const core = coreWith({
  server: ['mars', 'venus'],
  repo: ['code'],
  swarm: [],
  builder: [],
  build: [],
  stack: [],
  deployment: [],
});

describe('the name of a resource that there is none of', () => {
  it('fails where Core lacks it', () => {
    const [finding, ...others] = found(stack('server = "mras" # here'), { core });
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'fails');
    assert.equal(finding.isUnsure, undefined);
    assert.equal(finding.text, 'mras');
    assert.equal(
      finding.message,
      'There is no server `mras` on komodo.lan. Did you mean `mars`? Core cannot save this stack.',
    );
    assert.deepEqual(finding.mended, [stack('server = "mars" # here')]);
  });

  it('is looked for on Core and in the workspace', () => {
    assert.deepEqual(found(stack('server = "mars"'), { core }), []);
    const others = ['[[server]]\nname = "moon"\n'];
    assert.deepEqual(found(stack('server = "moon"'), { core, others }), []);
  });

  it('is not sure without a Core, and not said where the workspace has none of the kind', () => {
    assert.deepEqual(found(stack('server = "moon"')), []);
    const others = ['[[server]]\nname = "earth"\n'];
    const [finding] = found(stack('server = "moon"'), { others });
    assert.equal(finding?.isUnsure, true);
    assert.deepEqual(found(stack('server = "Local"'), { others }), []);
    assert.match(
      finding.message,
      /^There is no server `moon` in this workspace\. If Core has none either, it cannot save/,
    );
  });

  it('may be an id of Core', () => {
    const id = '6b02d3c6ecc9e19d5b7d2a4c';
    const withId = { ...core, resources: { server: [{ name: 'mars', id }] } };
    assert.deepEqual(found(stack(`server = "${id}"`), { core: withId }), []);
  });

  it('may be that of another kind', () => {
    const [finding] = found(stack('linked_repo = "mars"'), { core });
    assert.match(
      finding!.message,
      /^There is no repo `mars` on komodo\.lan; what is called so is a server\. Core cannot save/,
    );
  });

  it('may be written otherwise on Core', () => {
    const others = ['[[build]]\nname = "My App"\n'];
    const text =
      '[[deployment]]\nname = "d"\nconfig.image = { type = "Build", params.build = "My App" }\n';
    const [finding] = found(text, { others });
    assert.equal(finding?.message, 'Core calls this build `my_app`, and finds no `My App`.');
    assert.match(finding.mended[0]!, /params\.build = "my_app"/);
  });

  it('is found in every place that names one', () => {
    const texts = [
      '[[stack]]\nname = "a"\nconfig.swarm = "x"\n',
      '[[build]]\nname = "a"\nconfig.builder = "x"\n',
      '[[build]]\nname = "a"\nconfig.linked_repo = "x"\n',
      '[[repo]]\nname = "a"\nconfig.server_id = "x"\n',
      '[[deployment]]\nname = "a"\nconfig.image = { type = "Build", params.build = "x" }\n',
      '[[builder]]\nname = "a"\nconfig = { type = "Server", params.servers = ["x"] }\n',
      '[[builder]]\nname = "a"\nconfig = { type = "Server", params.server = "mars, x" }\n',
      '[[swarm]]\nname = "a"\nconfig.servers = ["mars", "x"]\n',
      '[[resource_sync]]\nname = "a"\nconfig = { linked_repo = "x" }\n',
    ];
    for (const text of texts)
      assert.deepEqual(
        found(text, { core }).map((each) => each.text),
        ['x'],
        text,
      );
  });

  it('is no matter where it names nothing, or is to be filled in', () => {
    assert.deepEqual(found(stack('server = ""\nlinked_repo = "{{ repo }}"'), { core }), []);
    assert.deepEqual(found('[[stack]]\nname = "a"\ntags = ["new"]\n', { core }), []);
  });

  it('in an order of deploys is one of a file', () => {
    const text = '[[stack]]\nname = "a"\ndeploy = true\nafter = ["My App"]\n';
    assert.deepEqual(found(text, { others: ['[[stack]]\nname = "My App"\n'] }), []);
  });

  it('orders nothing', () => {
    const text = '[[stack]]\nname = "a"\ndeploy = true\nafter = ["x"]\n';
    const [finding] = found(text, { core });
    assert.equal(finding?.class, 'ignored');
    assert.match(
      finding.message,
      /^There is no deployment or stack `x` on komodo\.lan\. Nothing waits for it\.$/,
    );
  });
});

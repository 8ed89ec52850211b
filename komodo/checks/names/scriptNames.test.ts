import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const codes = ['unknown-resource', 'unknown-tag', 'unknown-variable'];
const action = (script: string) =>
  `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;
const found = (script: string, world?: World) => findingsIn(action(script), world, ...codes);
const core = coreWith(
  { stack: ['web', 'db'], server: ['mars'], build: [], action: ['a'] },
  { tags: ['prod'], variables: ['TOKEN'] },
);

describe('the name in a script of what is not there', () => {
  it('is a warning, with what was perhaps meant', () => {
    const call = (name: string) => `await komodo.execute("DeployStack", { stack: "${name}" });`;
    const [finding, ...others] = found(call('wbe'), { core });
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'surprising');
    assert.equal(finding.isUnsure, undefined);
    assert.equal(finding.text, 'wbe');
    assert.equal(
      finding.message,
      'There is no stack `wbe` on komodo.lan. Did you mean `web`? This call fails.',
    );
    assert.deepEqual(finding.mended, [action(call('web'))]);
    assert.deepEqual(found(call('web'), { core }), []);
  });

  it('is not sure without a Core, and not said where the workspace has none of the kind', () => {
    const read = 'await komodo.read("GetServer", { server: "moon" });';
    assert.deepEqual(found(read), []);
    const [finding] = found(read, { others: ['[[server]]\nname = "earth"\n'] });
    assert.equal(finding?.isUnsure, true);
    assert.match(
      finding.message,
      /in this workspace\. If Core has none either, this call fails\.$/,
    );
  });

  it('is found in all that a call asks for', () => {
    for (const call of [
      'write("UpdateStack", { id: "x", config: {} })',
      'write("UpdateResourceMeta", { target: { type: "Stack", id: "x" }, tags: ["new"] })',
      'write("UpdateVariableValue", { name: "x", value: "" })',
      'write("CopyStack", { id: "x", name: "web-2" })',
      'read("ListStacks", { query: { tags: ["x"] } })',
      'execute_server_terminal({ server: "x", command: "ls" }, {})',
    ])
      assert.deepEqual(
        found(`await komodo.${call};`, { core }).map(({ text }) => text),
        ['x'],
        call,
      );
  });

  it('is one of another kind, or is written otherwise on Core', () => {
    assert.match(
      found('komodo.execute("RunBuild", { build: "web" });', { core })[0]!.message,
      /^There is no build `web` on komodo\.lan; what is called so is a stack\./,
    );
    const others = ['[[build]]\nname = "My App"\n'];
    const [stored] = found('komodo.execute("RunBuild", { build: "My App" });', { others });
    assert.equal(stored?.class, 'surprising');
    assert.match(stored.mended[0]!, /build: "my_app"/);
  });

  it('is fine where the script makes it, or Core fills it in', () => {
    const script = `
      await komodo.write("CreateStack", { name: "new", config: {} });
      await komodo.execute("DeployStack", { stack: "new" });
      await komodo.write("CreateVariable", { name: "V", value: "" });
      await komodo.write("UpdateVariableValue", { name: "V", value: "1" });
      await komodo.execute("DeployStack", { stack: "[[TOKEN]]" });
      await komodo.execute("DeployStack", { stack: "" });
    `;
    assert.deepEqual(found(script, { core }), []);
  });

  it('is left alone where nobody knows the tags and Variables', () => {
    const script = `
      await komodo.read("ListStacks", { query: { tags: ["x"] } });
      await komodo.read("GetVariable", { name: "SECRET" });
    `;
    assert.deepEqual(found(script, { others: ['[[variable]]\nname = "OTHER"\nvalue = ""\n'] }), []);
  });
});

describe('the pattern in a script', () => {
  const picked = (script: string, world: World = { core }) =>
    findingsIn(action(script), world, 'pattern-without-match', 'refused-pattern', ...codes);

  it('may pick nothing, item by item', () => {
    const [name, wild, ...others] = picked(
      'komodo.execute("BatchDeployStack", { pattern: "web, bd, we-*" });',
    );
    assert.deepEqual(others, []);
    assert.equal(name?.text, 'bd');
    assert.equal(name.class, 'surprising');
    assert.match(name.mended[0]!, /pattern: "web, db, we-\*"/);
    assert.equal(wild?.message, '`we-*` picks none of the stacks on komodo.lan.');
  });

  it('weighs less without a Core, and nothing where nothing is known', () => {
    const script = 'komodo.execute("BatchDeployStack", { pattern: "x-*" });';
    const [finding] = picked(script, { others: ['[[stack]]\nname = "web"\n'] });
    assert.equal(finding?.class, 'style');
    assert.deepEqual(picked(script, {}), []);
  });

  it('is the text that the literal stands for', () => {
    const [gone, ...others] = picked(
      String.raw`komodo.execute("BatchDeployStack", { pattern: "\\^we.$\\, \\^x-\\d$\\" });`,
    );
    assert.deepEqual(others, []);
    assert.equal(gone?.text, String.raw`\\^x-\\d$\\`);
    assert.equal(gone.message, '`\\^x-\\d$\\` picks none of the stacks on komodo.lan.');
  });
});

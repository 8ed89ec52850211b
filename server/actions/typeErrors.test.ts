import assert from 'node:assert/strict';
import { codes, found } from './testing/found.ts';

describe('what is said of the types in a script', () => {
  it('is nothing about what Core fills in, though the typings want it', async () => {
    const script = `
      const { toml } = await komodo.read("ExportAllResourcesToToml", {});
      const log = await komodo.read("GetStackLog", { stack: "a", services: [] });
      console.log(toml, log.stdout);
    `;
    for (const core of ['1.19.1', '2.3.0', '2.3.2'])
      assert.deepEqual(await found(script, core), []);
    const without = 'console.log(await komodo.read("GetStackLog", { services: [] }));';
    assert.deepEqual(await codes(without), ['script-type']);
  });

  it('is nothing about what Core reads in another way than the typings say', async () => {
    const script = `
      const one = { execution: { type: "RunBuild" as const, params: { build: "a" } } };
      await komodo.write("UpdateProcedure", { id: "a", config: { stages: [{ name: "b", executions: [one] }] } });
      await komodo.write("UpdateBuild", { id: "a", config: { version: "1.2.3", links: "https://a.io" } });
      console.log(await komodo.read("ListServers", { query: { tags: "a, b" } }));
      console.log((await komodo.read("GetStack", { stack: "a" })).config!.links!.map(String));
    `;
    for (const core of ['1.19.1', '2.3.2']) assert.deepEqual(await found(script, core), [], core);
    const swarm =
      'return await komodo.execute("RemoveSwarmStacks", { swarm: "a", stacks: ["b"] });';
    assert.deepEqual(await found(swarm), []);
  });

  it('is no more than a hint where a param has another name that Core knows', async () => {
    const [id, ...others] = await found('console.log(await komodo.read("GetStack", { id: "a" }));');
    assert.deepEqual(others, []);
    assert.equal(id?.kind, 'style');
    assert.equal(id.mended, 'console.log(await komodo.read("GetStack", { stack: "a" }));');
    const [short] = await found(
      'const name = "a";\nawait komodo.write("RefreshRepoCache", { name });',
    );
    assert.equal(
      short?.mended,
      'const name = "a";\nawait komodo.write("RefreshRepoCache", { repo: name });',
    );
    const [run] = await found('console.log(await komodo.execute("RunBuild", { id: "a" }));');
    assert.equal(run?.kind, 'surprising');
  });

  it('is a text in the place of a number or of true and false', async () => {
    for (const config of ['{ webhook_enabled: "yes" }', '{ poll_for_updates: "no" }']) {
      const [finding] = await found(
        `await komodo.write("UpdateStack", { id: "a", config: ${config} });`,
      );
      assert.equal(finding?.kind, 'surprising', config);
    }
  });

  it('is no more than a hint where a text may be right', async () => {
    const [finding, ...others] = await found(
      'const s = await komodo.read("ListStacks", {});\nconsole.log(s.filter((e) => e.info.state === "running"));',
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.code, 'enum-as-text');
    assert.equal(finding.kind, 'style');
    assert.match(finding.mended!, /=== Types\.StackState\.Running\)/);
    const kinds = (
      await found('let t = "x";\nconst s: Types.StackState = t;\nconsole.log(s, t = "y");')
    ).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['style']);
  });

  it('is a request of another version, from which nothing else follows', async () => {
    const script =
      'for (const c of await komodo.read("ListAllDockerContainers", {})) console.log(c.name);';
    const [finding, ...others] = await found(script);
    assert.deepEqual(others, []);
    assert.equal(
      finding?.message,
      'Komodo 2.3 has no read `ListAllDockerContainers` (1.19 has): the call fails. Write `ListAllContainers`.',
    );
    assert.match(finding.mended!, /"ListAllContainers"/);
    assert.deepEqual(await codes(script, '1.19.5'), []);
    const [method] = await found(
      'await komodo.read("RunBuild" as any, {}); await komodo.read("UpdateBuild", {});',
    );
    assert.equal(method?.message, '`UpdateBuild` is no read: write `komodo.write`.');
  });

  it('is a param of another version', async () => {
    const [finding, ...others] = await found(
      'await komodo.write("CreateTerminal", { server: "a", name: "b", command: "sh" });',
    );
    assert.deepEqual(others, []);
    const target = 'target: { type: "Server", params: { server: "a" } }';
    const [beside] = await found(
      `await komodo.write("CreateTerminal", { server: "a", ${target} });`,
    );
    assert.equal(beside?.kind, 'surprising');
    assert.equal(finding?.code, 'of-another-version');
    assert.equal(finding.kind, 'fails');
    assert.equal(finding.text, 'server');
    assert.equal(
      finding.mended,
      'await komodo.write("CreateTerminal", { target: { type: "Server", params: { server: "a" } }, name: "b", command: "sh" });',
    );
    assert.deepEqual(await codes(finding.mended), []);
    assert.equal(
      finding.message,
      'Komodo 2.3 has no `server` in `CreateTerminal` (1.19 has): it wants `target`, and the call fails.',
    );
  });

  it('is a param that is passed over, and would have to be written in another way', async () => {
    const script = 'console.log(await komodo.read("ListTerminals", { server: "a" }));';
    const [finding, ...others] = await found(script);
    assert.deepEqual(others, []);
    assert.equal(finding?.kind, 'surprising');
    assert.equal(finding.message, 'Komodo 2.3 has no `server` in `ListTerminals` (1.19 has).');
    const target = 'target: { type: "Server", params: { server: "a" } }';
    assert.equal(finding.mended, script.replace('server: "a"', target));
    assert.deepEqual(await codes(finding.mended), []);
    assert.deepEqual(await codes(script, '1.19.5'), []);
  });

  it('is a part of a config of another version', async () => {
    const [finding, ...others] = await found(
      'await komodo.write("UpdateStack", { id: "a", config: { swarm_id: "b" } });',
      '1.19.5',
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'Komodo 1.19 has no `swarm_id` in `StackConfig` (2.3 has).');
  });

  it('is an exit code that is compared as a number, and is a text', async () => {
    const finish = (test: string) =>
      `await komodo.execute_server_terminal({ server: "a", terminal: "t", command: "b", init: { command: "sh" } }, { onLine() {}, onFinish: (code) => { if (${test}) return; } });`;
    const [finding, ...others] = await found(finish('code === 0'));
    assert.deepEqual(others, []);
    assert.equal(finding?.code, 'script-type');
    assert.equal(finding.mended, finish('code === "0"'));
    assert.deepEqual(await codes(finish('code === "0"')), []);
  });

  it('is a state that is compared with a word that none has', async () => {
    const script =
      'const [s] = await komodo.read("ListStacks", {});\nif (s!.info.state === \'Running\') return s;';
    const [finding, ...others] = await found(script);
    assert.deepEqual(others, []);
    assert.equal(finding?.kind, 'surprising');
    assert.ok(finding.message.length < 400);
    assert.equal(finding.mended, script.replace('Running', 'running'));
    const chosen = script.replace(
      "if (s!.info.state === 'Running') return s;",
      'switch (s!.info.state) { case "Down": }',
    );
    assert.equal((await found(chosen))[0]?.mended, chosen.replace('Down', 'down'));
    const other = script.replace('Running', 'whatever');
    assert.equal((await found(other))[0]?.mended, undefined);
  });

  it('is a method of another version', async () => {
    const [finding] = await found(
      'await komodo.execute_server_terminal({ server: "a", command: "b" });',
      '1.19.5',
    );
    assert.equal(
      finding?.message,
      'The client of Komodo 1.19 has no `execute_server_terminal` (2.3 has): the call fails.',
    );
  });
});

import assert from 'node:assert/strict';
import ts from 'typescript';
import { diagnose } from './diagnose.ts';
import { longestScript } from './longScripts.ts';
import { Scripts } from './scripts.ts';
import { bundledTypings } from './testing/typings.ts';

describe('what is wrong with a script', () => {
  const services = new Map<string | undefined, Scripts>();

  /** The findings: `code text`, and what each script is after its first mend. */
  async function found(text: string, core?: string) {
    let scripts = services.get(core);
    if (!scripts) services.set(core, (scripts = new Scripts(await bundledTypings(), core)));
    scripts.set('a', text);
    return diagnose(scripts, 'a').map(({ code, class: kind, message, start, end, mends }) => ({
      code,
      kind,
      message,
      text: text.slice(start, end),
      mended: mends?.[0]?.changes.reduceRight(
        (all, change) => all.slice(0, change.start) + change.text + all.slice(change.end),
        text,
      ),
    }));
  }
  const codes = async (text: string, core?: string) =>
    (await found(text, core)).map(({ code }) => code);

  it('is nothing in the examples of Komodo', async () => {
    const script = `
      const deployments = await komodo.read("ListDeployments", { query: { tags: ["backend"] } });
      for (const deployment of deployments) {
        await komodo.execute("RestartDeployment", { deployment: deployment.name });
        console.log(\`Restarted \${deployment.name}\`);
      }
      await komodo.execute_server_terminal(
        { server: "server-prod", command: "df -h", init: { command: "bash" } },
        { onLine: (line) => console.log(line), onFinish: (code) => console.log("Exit code:", code) },
      );
      await komodo.write("UpdateBuild", { id: "a", config: { version: "1.2.3" as any, branch: "b" } });
    `;
    assert.deepEqual(await found(script), []);
  });

  it('is nothing about what Core, Deno and its modules bring along', async () => {
    const script = `
      const text = await Deno.readTextFile("/a.yaml");
      const file = YAML.parseDockerCompose(text) as DockerCompose;
      const { Client } = await import("npm:pg@8");
      if (ARGS.quiet) return new Client(file, TOML.stringify({}), KomodoClient, [[PORT]]);
      const answer = await fetch(new URL("https://x.io"), { headers: { a: "[[TOKEN]]" } });
      const level: Types.PermissionLevel = Types.PermissionLevel.Read;
      for (const [name] of answer.headers) console.log(name, level, import.meta.main, setTimeout);
      return "done";
    `;
    assert.deepEqual(await found(script), []);
  });

  it('is nothing where TypeScript knows nothing of a value', async () => {
    const script = `
      const file = YAML.parse(await Deno.readTextFile("/a.yaml"));
      for (const service of Object.values(file.services)) {
        const image: string = service.image;
        const [name] = image.split(":");
        console.log(name, Number.parseInt(service), ...service.ports);
      }
      console.log(Object.entries(file).map(([name, value]) => name + value.a.b));
    `;
    assert.deepEqual(await found(script), []);
    assert.deepEqual(await codes('const n: number = { a: "b" }.a; console.log(n);'), [
      'script-type',
    ]);
  });

  it('is no mistake where Deno runs it, whatever TypeScript says', async () => {
    const script = `
      declare const injected: string;
      namespace Sizes { export const small = 1; }
      console.log(injected, Sizes.small);
    `;
    assert.deepEqual(await found(script), []);
  });

  it('is a mistake where Deno refuses to run it', async () => {
    for (const text of [
      'with ({}) {}',
      'const { a };',
      'if (1) let b = 1;',
      'for (let c, d of []) {}',
      'class A { constructor() {} constructor() {} }',
      'const e = (f = await 1) => f;',
      'const g = 1 ?? 2 || 3;',
    ]) {
      const errors = (await found(text)).filter(({ kind }) => kind === 'fails');
      assert.deepEqual([...new Set(errors.map(({ code }) => code))], ['script-syntax'], text);
    }
  });

  it('is no call that nobody waits for where a promise is made of it', async () => {
    const script = `
      await new Promise<void>((resolve) => {
        komodo.execute_server_terminal(
          { server: "a", terminal: "t", command: "ls", init: { command: "bash" } },
          { onLine: console.log, onFinish: () => resolve() },
        );
      });
    `;
    assert.deepEqual(await found(script), []);
  });

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

  it('is left out where a comment says so, which is told of where there is nothing to ignore', async () => {
    const call = 'komodo.write("DeleteStack", { id: "a" });';
    assert.deepEqual(await codes(call), ['missing-await']);
    assert.deepEqual(await codes(`${call} // komodo: ignore[missing-await]`), []);
    const typed = 'const a: number = "a";\nconsole.log(a);';
    assert.deepEqual(await codes(typed), ['script-type']);
    assert.deepEqual(await codes(`// komodo: ignore[ts2322]\n${typed}`), []);
    assert.deepEqual(await codes(`// komodo: ignore[script-type]\n${typed}`), []);
    assert.deepEqual(await codes('const x = ; // komodo: ignore[ts1109, ts2322]'), []);
    const [unused, ...others] = await found(
      'console.log(1); // komodo: ignore[ts2345, unknown-tag]',
    );
    assert.equal(unused?.text, 'ts2345');
    assert.equal(unused.code, 'unused-ignore');
    assert.deepEqual(others, []);
  });

  it('is not said where it is given up, and found when it is asked again', async () => {
    let isCancelled = true;
    const patient = new Scripts(await bundledTypings(), undefined, {
      isCancelled: () => isCancelled,
    });
    patient.set('a', 'Math.max("");');
    assert.throws(() => diagnose(patient, 'a'), ts.OperationCanceledException);
    isCancelled = false;
    assert.deepEqual(
      diagnose(patient, 'a').map(({ code }) => code),
      ['script-type'],
    );
  });

  it('may be its syntax, and then nothing else is said', async () => {
    const [finding, ...others] = await found('const x = ;\nnone();');
    assert.deepEqual(others, []);
    assert.equal(finding?.code, 'script-syntax');
    assert.equal(finding.kind, 'fails');
    // What is missing is missed within the script, never in what stands around it.
    assert.deepEqual(
      (await found('if (true) {\n  console.log(1);')).map(({ text }) => text),
      [''],
    );
    assert.deepEqual(await codes('let a = 1; let a = 2; console.log(a);'), [
      'script-syntax',
      'script-syntax',
    ]);
  });

  it('may be types, which Core does not look at', async () => {
    const [finding] = await found('console.log((await komodo.read("ListServers", {})).servers);');
    assert.equal(finding?.code, 'script-type');
    assert.equal(finding.kind, 'surprising');
    assert.equal(finding.text, 'servers');
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

  it('is an import, which becomes a call', async () => {
    const mended = async (text: string) => (await found(text))[0]?.mended;
    assert.equal(
      await mended('import pg, { Client as C } from "npm:pg@8";\nnew C(pg);'),
      'const { default: pg, Client: C } = await import("npm:pg@8");\nnew C(pg);',
    );
    assert.equal(
      await mended('import * as a from "jsr:a";\na.b();'),
      'const a = await import("jsr:a");\na.b();',
    );
    assert.equal(await mended('import "npm:a";'), 'await import("npm:a");');
    assert.equal(
      await mended('export const a = 1;\nconsole.log(a);'),
      'const a = 1;\nconsole.log(a);',
    );
    assert.deepEqual(await codes('import { a } from "./a.ts";\na();'), ['static-import']);
  });

  it('is a call that nobody waits for', async () => {
    const [finding] = await found('komodo.execute("RunBuild", { build: "a" });');
    assert.equal(finding?.code, 'missing-await');
    assert.equal(finding.mended, 'await komodo.execute("RunBuild", { build: "a" });');
    for (const script of [
      'void komodo.execute("RunBuild", { build: "a" });',
      'return komodo.execute("RunBuild", { build: "a" });',
      'await Promise.all(["a"].map((build) => komodo.execute("RunBuild", { build })));',
      'komodo.execute("RunBuild", { build: "a" }).then(console.log);',
    ])
      assert.deepEqual(await codes(script), [], script);
  });

  it('is a call in a function of which nobody takes the answer', async () => {
    for (const [script, mended] of [
      [
        'ARGS.a && komodo.execute("RunBuild", { build: "a" });',
        'ARGS.a && await komodo.execute("RunBuild", { build: "a" });',
      ],
      [
        '["a"].forEach(async (build) => { await komodo.execute("RunBuild", { build }); });',
        'await Promise.all(["a"].map(async (build) => { await komodo.execute("RunBuild", { build }); }));',
      ],
      [
        '["a"].map((build) => komodo.execute("RunBuild", { build }))',
        'await Promise.all(["a"].map((build) => komodo.execute("RunBuild", { build })))',
      ],
    ] as const) {
      const [finding, ...others] = await found(script);
      assert.deepEqual(others, [], script);
      assert.equal(finding?.code, 'missing-await', script);
      assert.equal(finding.mended, mended);
      assert.deepEqual(await codes(mended), []);
    }
    for (const script of [
      'const all = ["a"].map((build) => komodo.execute("RunBuild", { build }));\nawait Promise.all(all);',
      '["a"].forEach((build) => console.log(build, komodo.execute));',
      '["a"].forEach((build) => setTimeout(() => komodo.execute("RunBuild", { build }), 1));',
    ])
      assert.deepEqual(await codes(script), [], script);
  });

  it('is an Update that is read too early, or not at all', async () => {
    const [early] = await found(
      'const u = await komodo.execute("RunBuild", { build: "a" });\nif (!u.success) throw new Error("a");',
    );
    assert.equal(early?.code, 'unfinished-update');
    assert.match(early.mended!, /await komodo\.execute_and_poll\("RunBuild"/);
    const taken =
      'const { success: ok } = await komodo.execute("RunBuild", { build: "a" });\nif (!ok) throw 1;';
    assert.deepEqual(await codes(taken), ['unfinished-update']);
    assert.deepEqual(await codes(taken.replace('success: ok', 'status: ok')), []);
    const [unread] = await found('await komodo.execute_and_poll("RunBuild", { build: "a" });');
    assert.equal(unread?.code, 'unchecked-update');
    assert.match(
      unread.mended!,
      /^const update = await .*\nif \(!update\.success\) throw new Error/,
    );
    assert.deepEqual(await codes(unread.mended!), []);
  });

  it('is a wait for an Update that has no id', async () => {
    const single =
      'const u = await komodo.execute_and_poll("DeployStackIfChanged", { stack: "a" });\nconsole.log(u.success);';
    const [early, ...others] = await found(single);
    assert.deepEqual(others, []);
    assert.equal(early?.code, 'unfinished-update');
    assert.match(early.message, /does not wait: what it returns says success, however it ends/);
    const [fails] = await found(
      'await komodo.execute_and_poll("BatchDeployStackIfChanged", { pattern: "*" });',
    );
    assert.equal(fails?.kind, 'fails');
    assert.equal(
      fails.mended,
      'await komodo.execute("BatchDeployStackIfChanged", { pattern: "*" });',
    );
    assert.deepEqual(await codes(fails.mended), []);
    assert.deepEqual(
      await codes('await komodo.execute_and_poll("BatchDeployStack", { pattern: "*" });'),
      [],
    );
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

  it('is a secret in the log', async () => {
    for (const script of [
      'console.log(btoa("[[API_TOKEN]]"));',
      'const token = "[[API_TOKEN]]";\nconsole.error(`a ${token.slice(4)}`);',
      'console.log("env", Deno.env.toObject());',
      'const header = btoa("a:[[API_TOKEN]]");\nconsole.log({ header: `Basic ${header}` });',
    ]) {
      const [finding, ...others] = await found(script);
      assert.deepEqual(others, [], script);
      assert.equal(finding?.code, 'printed-secret', script);
    }
    for (const script of [
      'console.log("[[API_TOKEN]]");',
      'console.log(btoa("[[WEB_PORT]]"));',
      'console.log(Object.keys(Deno.env.toObject()), btoa("[[API_TOKEN]]").length);',
      'console.log(Deno.env.get("API_TOKEN") === undefined, Deno.env.get("API_TOKEN") ? "set" : "not set");',
      'console.log(Deno.env.get("HOME"));',
      'fetch("https://x.io", { headers: { a: btoa("[[API_TOKEN]]") } });',
    ])
      assert.deepEqual(await codes(script), [], script);
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
    const other = script.replace('Running', 'whatever');
    assert.equal((await found(other))[0]?.mended, undefined);
  });

  it('is none of the names that Deno has of Node and of pages', async () => {
    const script = `const auth: Buffer = Buffer.from(process.env.PASSWORD);
      let timer: NodeJS.Timeout = setTimeout(() => {}, 10);
      clearTimeout(timer);
      setImmediate(() => localStorage.setItem("a", auth.toString("base64")));`;
    assert.deepEqual(await codes(script), []);
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

  it('is not looked for in what is far too long', async () => {
    assert.deepEqual(await codes('x;'.repeat(longestScript)), ['script-unchecked']);
  });

  it('is no matter where TypeScript fails, and nothing to the next script', async () => {
    assert.deepEqual(await codes(`${'['.repeat(9000)}${']'.repeat(9000)}`), ['script-unchecked']);
    assert.deepEqual(await codes('const x = ;'), ['script-syntax']);
  });
});

import assert from 'node:assert/strict';
import { codes, found } from './testing/found.ts';

describe('what the rules find in a script', () => {
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
});

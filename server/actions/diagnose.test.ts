import assert from 'node:assert/strict';
import ts from 'typescript';
import { diagnose } from './diagnose.ts';
import { longestScript } from './longScripts.ts';
import { Scripts } from './scripts.ts';
import { codes, found } from './testing/found.ts';
import { bundledTypings } from './testing/typings.ts';

describe('what is wrong with a script', () => {
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

  it('is none of the names that Deno has of Node and of pages', async () => {
    const script = `const auth: Buffer = Buffer.from(process.env.PASSWORD);
      let timer: NodeJS.Timeout = setTimeout(() => {}, 10);
      clearTimeout(timer);
      setImmediate(() => localStorage.setItem("a", auth.toString("base64")));`;
    assert.deepEqual(await codes(script), []);
  });

  it('is not looked for in what is far too long', async () => {
    assert.deepEqual(await codes('x;'.repeat(longestScript)), ['script-unchecked']);
  });

  it('is no matter where TypeScript fails, and nothing to the next script', async () => {
    assert.deepEqual(await codes(`${'['.repeat(9000)}${']'.repeat(9000)}`), ['script-unchecked']);
    assert.deepEqual(await codes('const x = ;'), ['script-syntax']);
  });
});

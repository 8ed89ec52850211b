import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '../api/index.ts';
import { engine } from '../komodo/patterns/testing/engine.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { rehearse, type ChangedResource, type RehearsalOptions, type Shown } from './index.ts';
import { startJsrRegistry } from './testing/jsrRegistry.ts';
import { komodoLibrary } from './testing/library.ts';

const build = (name: string) => `
[[build]]
name = "${name}"
config.version = "1.0.0"
config.branch = "main"
`;
const text = `
[[variable]]
name = "KOMODO_DEV_VERSION"
value = "1.16.4"

[[variable]]
name = "TOKEN"
value = "hunter2-hunter2"
is_secret = true

[[variable]]
name = "QUOTED"
value = 'pass"word'
is_secret = true

[[server]]
name = "north"
${['core', 'periphery'].flatMap((app) => ['x86', 'aarch64'].map((arch) => build(`komodo-${app}-${arch}-dev`))).join('')}`;

const documented = `const VERSION = "1.16.5";
const BRANCH = "dev/" + VERSION;
const APPS = ["core", "periphery"];
const ARCHS = ["x86", "aarch64"];

await komodo.write("UpdateVariableValue", { name: "KOMODO_DEV_VERSION", value: VERSION });
for (const app of APPS) {
  for (const arch of ARCHS) {
    const name = \`komodo-\${app}-\${arch}-dev\`;
    await komodo.write("UpdateBuild", { id: name, config: { version: VERSION as any, branch: BRANCH } });
    console.log(\`Updated Build \${name}\`);
  }
}
`;

describe('a rehearsal', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let core: Client;
  let library: string;
  before(async () => {
    sandbox = await startSandbox({ files: [{ path: 'a.toml', text }], regexEngine: engine });
    const { key, secret } = sandbox;
    core = createClient({ url: sandbox.url, credential: () => Promise.resolve({ key, secret }) });
    library = komodoLibrary();
  });
  after(() => sandbox.close());
  const rehearsed = (script: string, more: Partial<RehearsalOptions> = {}) =>
    rehearse({ script, args: {}, core, library, ...more });

  it('lists the five changes of a documented script, and makes none of them', async () => {
    const before = [await core.read('ListFullBuilds', {}), await core.read('ListVariables', {})];
    const { outcome, stdout, stderr, words } = await rehearsed(documented);
    assert.deepEqual([outcome, stderr], ['ok', '']);
    assert.equal(stdout.split('\n')[0], 'Updated Build komodo-core-x86-dev');
    assert.deepEqual(words, [
      'UpdateVariableValue KOMODO_DEV_VERSION',
      '-   value = "1.16.4"',
      '+   value = "1.16.5"',
      ...['core-x86', 'core-aarch64', 'periphery-x86', 'periphery-aarch64'].flatMap((name) => [
        `UpdateBuild komodo-${name}-dev`,
        '-   version = "1.0.0"',
        '+   version = "1.16.5"',
        '-   branch = "main"',
        '+   branch = "dev/1.16.5"',
      ]),
    ]);
    const after = [await core.read('ListFullBuilds', {}), await core.read('ListVariables', {})];
    assert.deepEqual(after, before);
  });

  it('answers executions with an Update that says it was none', async () => {
    const { outcome, stdout, words } = await rehearsed(
      `const update = await komodo.execute_and_poll("RunBuild", { build: "komodo-core-x86-dev" });
       console.log(update.logs[0].stdout);`,
    );
    assert.deepEqual([outcome, stdout.trim()], ['ok', 'RunBuild was simulated: nothing was done']);
    assert.deepEqual(words, ['RunBuild komodo-core-x86-dev', '    would be executed']);
    const { updates } = await core.read('ListUpdates', {});
    assert.deepEqual(
      updates.filter(({ operation }) => !operation.startsWith('Create')),
      [],
    );
  });

  it('gives ARGS and the values of Variables, and masks secrets', async () => {
    const { stdout } = await rehearsed(
      'console.log(ARGS.app, "[[KOMODO_DEV_VERSION]]", "[[TOKEN]]");',
      { args: { app: 'web' } },
    );
    assert.equal(stdout.trim(), 'web 1.16.4 <TOKEN>');
  });

  it('puts the values of Variables into ARGS, too', async () => {
    const { stdout } = await rehearsed('console.log(ARGS.version, ARGS.lists.length);', {
      args: { version: '[[KOMODO_DEV_VERSION]]', lists: [[1, 2], [3]] },
    });
    assert.equal(stdout.trim(), '1.16.4 2');
  });

  it('gives a placeholder for the key that Core would make, and says so', async () => {
    const { stdout, notes } = await rehearsed(
      `console.log("[[ACTION_API_KEY]] [[ACTION_API_SECRET]]", "[[ACTION_API_KEY]]".length);
       const same = KomodoClient("http://127.0.0.1", { type: "api-key", params: { key: "[[ACTION_API_KEY]]", secret: "[[ACTION_API_SECRET]]" } });`,
    );
    assert.equal(stdout.trim(), '<ACTION_API_KEY> <ACTION_API_SECRET> 32');
    assert.deepEqual(notes, [
      '[[ACTION_API_KEY]], [[ACTION_API_SECRET]]: a placeholder, which opens this rehearsal and nothing else.',
    ]);
    assert.deepEqual((await rehearsed('')).notes, []);
  });

  it('shows no secret among the changes', async () => {
    const { words } = await rehearsed(
      `await komodo.write("UpdateVariableValue", { name: "TOKEN", value: "new-secret" });
       await komodo.write("UpdateBuild", { id: "komodo-core-x86-dev", config: { branch: "[[TOKEN]]" } });`,
    );
    assert.deepEqual(words, [
      'UpdateVariableValue TOKEN',
      '-   value = "<secret>"',
      '+   value = "<secret>"',
      'UpdateBuild komodo-core-x86-dev',
      '-   branch = "main"',
      '+   branch = "<TOKEN>"',
    ]);
  });

  it('shows no secret that JSON would write otherwise', async () => {
    const { words } = await rehearsed(
      'await komodo.write("CreateVariable", { name: "COPY", value: `[[QUOTED]]` });',
    );
    assert.deepEqual(words.slice(1, 2), ['+   value = "<QUOTED>"']);
  });

  it('tells what it prints and asks for while it runs', async () => {
    const told: string[] = [];
    const { outcome } = await rehearsed(
      `console.log("[[TOKEN]] first");
       await komodo.write("UpdateBuild", { id: "komodo-core-x86-dev", config: { branch: "[[TOKEN]]" } });
       console.error("last");`,
      {
        onOutput: (stream, text) => told.push(`${stream} ${text.trim()}`),
        onChange: ({ type, changed }) => told.push(`${type} ${JSON.stringify(changed)}`),
      },
    );
    assert.equal(outcome, 'ok');
    assert.deepEqual(told, [
      'stdout <TOKEN> first',
      'UpdateBuild [{"field":"branch","old":"main","new":"<TOKEN>"}]',
      'stderr last',
    ]);
  });

  it('knows each resource as it is and as it would be, with what was asked before', async () => {
    const { changes } = await rehearsed(
      `const id = "komodo-core-x86-dev";
       await komodo.write("UpdateBuild", { id, config: { branch: "dev" } });
       await komodo.write("UpdateBuild", { id, config: { version: "1.0.0", repo: "a/b" } });
       await komodo.write("CreateVariable", { name: "NEW", value: "1" });`,
    );
    const resources = changes.map(({ resource }) => resource!);
    const source = (state: Shown | undefined) => {
      const { branch, repo } = (state?.config ?? {}) as { branch?: string; repo?: string };
      return state && [branch, repo];
    };
    const told = ({ kind, name, before, after }: ChangedResource) => [
      `${kind} ${name}`,
      source(before),
      source(after),
    ];
    assert.deepEqual(resources.slice(0, 2).map(told), [
      ['Build komodo-core-x86-dev', ['main', ''], ['dev', '']],
      ['Build komodo-core-x86-dev', ['dev', ''], ['dev', 'a/b']],
    ]);
    assert.deepEqual([resources[2]!.before, resources[2]!.after!.value], [undefined, '1']);
    assert.deepEqual(changes[1]!.changed, [{ field: 'repo', old: '', new: 'a/b' }]);
  });

  it('reads back what it would have written, and nobody else does', async () => {
    const { stdout, stderr, words } = await rehearsed(
      `const name = "komodo-core-x86-dev";
       const { _id } = await komodo.write("UpdateBuild", { id: name, config: { branch: "dev" } });
       await komodo.write("UpdateBuild", { id: _id.$oid, config: { repo: "a/b" } });
       const { config } = await komodo.read("GetBuild", { build: name });
       const made = await komodo.write("CreateRepo", { name: "web", config: { branch: "main" } });
       await komodo.write("UpdateRepo", { id: made._id.$oid, config: { repo: "c/d" } });
       const repo = await komodo.read("GetRepo", { repo: "web" });
       console.log(config.branch, config.repo, repo.config.branch, repo.config.repo);`,
    );
    assert.deepEqual([stderr, stdout.trim()], ['', 'dev a/b main c/d']);
    assert.equal(words.at(-1), '+   repo = "c/d"');
    assert.equal(
      (await core.read('GetBuild', { build: 'komodo-core-x86-dev' })).config?.branch,
      'main',
    );
    await assert.rejects(core.read('GetRepo', { repo: 'web' }));
  });

  it('gives YAML and TOML from where Core takes them, if a script uses them', async () => {
    const jsr = await startJsrRegistry({
      '@std/yaml': 'export const parse = (text: string) => `Core reads ${text}`;',
      '@std/toml': 'export const parse = () => "that"; export const stringify = () => "this";',
    });
    process.env.JSR_URL = jsr.url;
    try {
      const { stdout, notes } = await rehearsed(
        `console.log(YAML.parseDockerCompose("a: 1"), TOML.parseResourceToml(""), TOML.stringify({}));`,
      );
      assert.deepEqual([stdout.trim(), notes], ['Core reads a: 1 that this', []]);
    } finally {
      delete process.env.JSR_URL;
      jsr.close();
    }
  });

  it('gives others in their place where they can’t be had, and says so', async () => {
    process.env.JSR_URL = 'http://127.0.0.1:9/';
    try {
      const { stdout, notes } = await rehearsed(
        `console.log(YAML.parseDockerCompose("a: [1]").a[0], TOML.parseResourceToml("b = 2").b);`,
      );
      assert.equal(stdout.trim(), '1 2');
      assert.match(notes.join(), /jsr\.io can’t be reached/);
    } finally {
      delete process.env.JSR_URL;
    }
  });

  it('gives the client of a Core before 2.0, with what it has alone', async () => {
    const { stdout, words } = await rehearsed(
      `await komodo.write("UpdateVariableValue", { name: "KOMODO_DEV_VERSION", value: "2" });
       console.log(Types.TagQueryBehavior.All, typeof komodo.execute_stack_exec_stream);`,
      { library: komodoLibrary(1) },
    );
    assert.equal(stdout.trim(), 'All function');
    assert.deepEqual(words.slice(0, 1), ['UpdateVariableValue KOMODO_DEV_VERSION']);
  });

  it('fails as the script does', async () => {
    const { outcome, stderr } = await rehearsed('await 1;\nthrow new Error("no disk");');
    assert.equal(outcome, 'failed');
    assert.match(stderr, /^Error: no disk\n +at script \(script:2:7\)/);
  });

  it('fails by a mistake of syntax, on its own line', async () => {
    const { outcome, stderr } = await rehearsed('const a = 1;\nif (a) {');
    assert.equal(outcome, 'failed');
    assert.match(stderr, /^error: SyntaxError: Expected '}', got '<eof>'/);
    assert.match((await rehearsed('const a = 1;\nconst b = ;')).stderr, /at script:2:11/);
  });

  for (const [what, code] of [
    ['files', 'await Deno.readTextFile("/etc/hosts")'],
    ['writing', 'await Deno.writeTextFile("/tmp/x", "")'],
    ['the environment', 'Deno.env.get("PATH")'],
    ['programs', 'await new Deno.Command("ls").output()'],
    ['texts of files', 'await import("file:///etc/hosts", { with: { type: "text" } })'],
    ['modules in files', `await import(${JSON.stringify(import.meta.url)})`],
  ] as const) {
    it(`keeps ${what} from the script`, async () => {
      const { outcome, stderr } = await rehearsed(`console.log(${code});`);
      assert.equal(outcome, 'failed');
      assert.match(stderr, /Requires (?:read|write|env|run) access/);
    });
  }

  it('keeps files from one that ends its own wrapper', async () => {
    const { outcome, stderr } = await rehearsed(
      `}; import * as a from ${JSON.stringify(import.meta.url)}; console.log(a); async () => {`,
    );
    assert.equal(outcome, 'failed');
    assert.match(stderr, /^error: Requires read access/);
  });

  it('reaches the Core beside a proxy that is set', async () => {
    const { HTTP_PROXY } = process.env;
    process.env.HTTP_PROXY = 'http://127.0.0.1:9';
    try {
      const { outcome } = await rehearsed('await komodo.read("ListBuilds", {});');
      assert.equal(outcome, 'ok');
    } finally {
      if (HTTP_PROXY === undefined) delete process.env.HTTP_PROXY;
      else process.env.HTTP_PROXY = HTTP_PROXY;
    }
  });

  it('simulates commands in terminals, as Core streams them', async () => {
    const { outcome, stdout, words } = await rehearsed(
      `await komodo.execute_server_terminal(
         { server: "north", command: "df -h", init: { command: "bash" } },
         { onLine: (line) => console.log("line", line), onFinish: (code) => console.log("code", code) },
       );`,
    );
    assert.deepEqual([outcome, stdout], ['ok', 'line \nline \ncode 0\n']);
    assert.deepEqual(words, [
      'ExecuteTerminal north',
      '    would run df -h; here it prints nothing and ends with 0',
    ]);
  });

  it('keeps the Core itself from the script', async () => {
    const { outcome, stderr } = await rehearsed(`await fetch(${JSON.stringify(sandbox.url)});`);
    assert.equal(outcome, 'failed');
    assert.match(stderr, /NotCapable/);
  });

  it('lets it reach a host that is allowed, and says what lets it reach others', async () => {
    const script = `await fetch(${JSON.stringify(sandbox.url)}); console.log('reached');`;
    const kept = await rehearsed(script);
    assert.match(kept.notes.join(), /kept from 127\.0\.0\.1:\d+: .*komodo\.rehearsal\.allowHosts/);
    const { stdout, notes } = await rehearsed(script, { allowHosts: [new URL(sandbox.url).host] });
    assert.deepEqual([stdout.trim(), notes], ['reached', []]);
    await assert.rejects(rehearsed(script, { allowHosts: ['a,b'] }), /“a,b” is no host/);
  });

  it('ends a script that does not', async () => {
    const { outcome } = await rehearsed('for (;;);', { limitMs: 1500 });
    assert.equal(outcome, 'too long');
  });

  it('leaves off what nobody would read to its end, and says so', async () => {
    const { outcome, stdout, notes } = await rehearsed(
      'for (let i = 0; i < 60; i++) console.log("x".repeat(100_000)); console.log("end");',
    );
    assert.equal(outcome, 'ok');
    assert.ok(stdout.length < 4_300_000, String(stdout.length));
    assert.deepEqual(notes, ['The script prints more than that: after 4 MB it is left off.']);
  });

  it('leaves nothing on the disk, where secrets of the script would be', async () => {
    const { TMPDIR } = process.env;
    const folder = mkdtempSync(path.join(tmpdir(), 'komodo-test-'));
    process.env.TMPDIR = folder;
    try {
      const during: string[] = [];
      const seen = new AbortController();
      const onOutput = () => {
        during.push(...readdirSync(folder));
        seen.abort();
      };
      // It does not end before it was seen.
      const script =
        'console.log("[[TOKEN]]"); await new Promise((end) => setTimeout(end, 60_000));';
      await rehearsed(script, { onOutput, signal: seen.signal });
      assert.equal(during.length, 1);
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
      rmSync(folder, { recursive: true });
    }
  });

  it('ends when it is cancelled', async () => {
    const { outcome } = await rehearsed('for (;;);', { signal: AbortSignal.timeout(1500) });
    assert.equal(outcome, 'cancelled');
  });
});

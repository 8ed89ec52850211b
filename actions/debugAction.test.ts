import assert from 'node:assert/strict';
import type { Debugger } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { createClient, type Client } from '../api/index.ts';
import { placesInFile } from '../komodo/actions/index.ts';
import { engine } from '../komodo/patterns/testing/engine.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { debugAction, type DebuggedAction, type DebugOptions } from './debugAction.ts';
import { Inspector } from './testing/inspector.ts';
import { komodoLibrary } from './testing/library.ts';
import { transpile } from './transpile.ts';

const toml = `
[[variable]]
name = "TOKEN"
value = "hunter2-hunter2"
is_secret = true

[[build]]
name = "shop"
config.branch = "main"
`;

describe('an Action that is debugged', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let core: Client;
  let library: string;
  let debugged: DebuggedAction | undefined;
  const changes: (readonly string[])[] = [];
  const notes: string[] = [];
  before(async () => {
    sandbox = await startSandbox({ files: [{ path: 'a.toml', text: toml }], regexEngine: engine });
    const { key, secret } = sandbox;
    core = createClient({ url: sandbox.url, credential: () => Promise.resolve({ key, secret }) });
    library = komodoLibrary();
  });
  after(() => sandbox.close());
  afterEach(() => debugged?.end());

  const start = async (script: string, more: Partial<DebugOptions> = {}) => {
    debugged = await debugAction({
      script,
      places: placesInFile(script),
      file: 'file:///folder/a.ts',
      args: { app: 'web' },
      core,
      library,
      transpile: (text) => Promise.resolve(transpile(text)),
      onChange: (words) => changes.push(words),
      onNotes: (lines) => notes.push(...lines),
      onError: (text) => assert.fail(text),
      ...more,
    });
    return debugged;
  };

  /** A debugger that is attached, and lets it begin. */
  async function begun(address: string): Promise<Inspector> {
    const inspector = await Inspector.at(address);
    await inspector.ask('Runtime.enable');
    await inspector.ask('Debugger.enable');
    // As VS Code's debugger does, so that it can set breakpoints before a script begins.
    const instrumentation = 'beforeScriptWithSourceMapExecution';
    await inspector.ask('Debugger.setInstrumentationBreakpoint', { instrumentation });
    await inspector.ask('Runtime.runIfWaitingForDebugger');
    await inspector.event('Debugger.paused');
    void inspector.ask('Debugger.resume');
    return inspector;
  }

  /** A debugger that stops nowhere of its own, and leaves at the end. */
  async function goesOn(address: string): Promise<void> {
    const inspector = await begun(address);
    await inspector.event('Debugger.paused');
    void inspector.ask('Debugger.resume');
    await inspector.event('Runtime.executionContextDestroyed');
    inspector.close();
  }

  /** A debugger that is attached, and the script's code with its source map. */
  async function attached(address: string) {
    const inspector = await begun(address);
    const { scriptId, sourceMapURL } = await inspector.event(
      'Debugger.scriptParsed',
      (parsed) => parsed.sourceMapURL?.startsWith('data:') === true,
    );
    const data = sourceMapURL!.slice(sourceMapURL!.indexOf(',') + 1);
    const payload = JSON.parse(Buffer.from(data, 'base64').toString()) as SourceMapPayload;
    const map = new SourceMap(payload);
    await inspector.event('Debugger.paused');
    const sourceLine = (line: number, column: number) => {
      const entry = map.findEntry(line, column);
      return 'originalLine' in entry ? entry.originalLine + 1 : undefined;
    };
    /** Stops where the code of a line of the script begins. */
    const breakAt = async (wanted: number) => {
      for (let line = 0; ; line++) {
        assert.ok(line < 1000, 'no such line');
        const column = [0, 4, 8].find((each) => sourceLine(line, each) === wanted);
        if (column === undefined) continue;
        const location = { scriptId, lineNumber: line, columnNumber: column };
        await inspector.ask('Debugger.setBreakpoint', { location });
        return;
      }
    };
    /** Goes on until it stops: on which line, and how to ask for a value there. */
    const stop = async () => {
      void inspector.ask('Debugger.resume');
      const { callFrames, reason } = await inspector.event('Debugger.paused');
      const { callFrameId, location } = callFrames[0]!;
      const line = sourceLine(location.lineNumber, location.columnNumber!);
      const value = async (expression: string) => {
        const evaluate = { callFrameId, expression, returnByValue: true };
        const answer = await inspector.ask('Debugger.evaluateOnCallFrame', evaluate);
        return (answer as Debugger.EvaluateOnCallFrameReturnType).result.value as unknown;
      };
      return { line, reason, value };
    };
    return { inspector, payload, breakAt, stop };
  }

  it('stops on its lines, knows its values, and changes nothing', async () => {
    const script = `const name: string = ARGS.app;
await komodo.write("UpdateBuild", { id: "shop", config: { branch: "[[TOKEN]]" } });
const { version } = await komodo.read("GetVersion", {});
console.log(name, version);
`;
    const { address, ended } = await start(script);
    const { inspector, payload, breakAt, stop } = await attached(address);
    assert.deepEqual(payload.sources, ['file:///folder/a.ts']);
    await breakAt(2);
    await breakAt(4);
    const first = await stop();
    assert.deepEqual([first.line, await first.value('name')], [2, 'web']);
    const second = await stop();
    assert.equal(second.line, 4);
    assert.equal(await second.value('version'), (await core.read('GetVersion', {})).version);
    assert.deepEqual(changes, [
      ['UpdateBuild shop', '-   branch = "main"', '+   branch = "<TOKEN>"'],
    ]);
    void inspector.ask('Debugger.resume');
    await inspector.event('Runtime.consoleAPICalled', ({ args }) => args[0]!.value === 'web');
    await inspector.event('Runtime.executionContextDestroyed');
    inspector.close();
    await ended;
    const { config } = await core.read('GetBuild', { build: 'shop' });
    assert.equal(config?.branch, 'main');
  });

  it('stops where it throws, as nothing else catches it', async () => {
    const { address, ended } = await start('await 1;\nthrow new Error("no disk");\n');
    const { inspector, stop } = await attached(address);
    await inspector.ask('Debugger.setPauseOnExceptions', { state: 'uncaught' });
    const thrown = await stop();
    assert.deepEqual([thrown.line, thrown.reason], [2, 'promiseRejection']);
    void inspector.ask('Debugger.resume');
    const { args } = await inspector.event('Runtime.consoleAPICalled');
    assert.match(
      args[0]!.description!,
      /^Error: no disk\n {4}at script \(file:\/\/\/folder\/a.ts:2:7\)/,
    );
    inspector.close();
    await ended;
  });

  it('ends whole while it is stopped', async () => {
    const { address, ended } = await start('for (;;);\n');
    const { inspector, breakAt, stop } = await attached(address);
    await breakAt(1);
    assert.equal((await stop()).line, 1);
    debugged!.end();
    await ended;
    inspector.close();
  });

  it('says what keeps Deno from running it', async () => {
    const errors: string[] = [];
    const onError = (text: string) => errors.push(text);
    const { address, ended } = await start('1;', { library: 'export const = 1;', onError });
    await goesOn(address);
    await ended;
    assert.match(errors.join(''), /^error: .*SyntaxError/);
  });

  it('needs Deno, and a script that can run', async () => {
    await assert.rejects(start('1;', { deno: '/nowhere/deno' }), /Deno is needed/);
    await assert.rejects(start('a();\nconst = 1;'), /The script can’t run, see line 2/);
    await assert.rejects(start('[[A'), /never closed/);
  });

  it('shows no secret in what it says of that', async () => {
    const transpile = (text: string) => {
      const offset = text.indexOf('hunter2');
      const problem = { offset, message: `no ${text.slice(offset, offset + 15)} here` };
      return Promise.resolve({ code: '', mappings: '', problem });
    };
    await assert.rejects(start('a("[[TOKEN]]");', { transpile }), /line 1: no <TOKEN> here/);
    const errors: string[] = [];
    const { address, ended } = await start('a("[[TOKEN]]");', {
      library: 'export const = "hunter2-hunter2";',
      onError: (text) => errors.push(text),
    });
    await goesOn(address);
    await ended;
    assert.match(errors.join(''), /^error: .*SyntaxError/);
    assert.doesNotMatch(errors.join(''), /hunter2/);
  });

  it('says what it gives a placeholder for', async () => {
    await start('a("[[ACTION_API_KEY]]");');
    assert.match(notes.join('\n'), /^\[\[ACTION_API_KEY\]\]: a placeholder/);
  });
});

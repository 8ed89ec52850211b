/** The built command line, as a person calls it; `npm test` builds it before. */
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '..');
const program = path.join(root, 'dist', 'cli.js');
const workspace = path.join(root, 'test-fixtures', 'workspace');

function call(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const { cwd = workspace, env = {} } = options;
  const result = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, KOMODO_API_KEY: '', KOMODO_API_SECRET: '', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: result.status, out: result.stdout, note: result.stderr };
}

describe('komodo-procedures', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'komodo-procedures-'));
    assert.ok(existsSync(program), 'dist/cli.js is missing: npm run build');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, text: string | Uint8Array) =>
    writeFileSync(path.join(folder, name), text);

  it('says how it is called', () => {
    assert.equal(call([]).code, 2);
    assert.match(call(['--help']).out, /komodo-procedures check/);
    assert.match(call(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('ends with 2 and a sentence for wrong arguments', () => {
    const wrong = [
      ['nonsense'],
      ['check', '--bogus'],
      ['plan'],
      ['run', 'x'],
      ['check', '--format', 'xml'],
    ];
    for (const args of wrong) {
      const { code, note } = call(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(note, /\w/);
      assert.doesNotMatch(note, /\n\s+at /, 'no stack');
    }
  });

  describe('check', () => {
    it('finds nothing in the sample workspace', () => {
      const { code, out } = call(['check']);
      assert.equal(code, 0);
      assert.match(out, /Komodo files checked: 0 errors, 0 warnings\.\n$/);
    });

    it("shows Core's words at the place, and ends with 1", () => {
      write('bad.toml', '[[stack]]\nname = "é"\ntags = 5\n');
      const { code, out } = call(['check', '.'], { cwd: folder });
      assert.equal(code, 1);
      assert.match(out, /error\[wrong-type\]: invalid type: integer `5`, expected a sequence/);
      assert.match(out, /--> bad\.toml:3:8\n {2}\|\n3 \| tags = 5\n {2}\| {8}\^\n/);
    });

    it('tells programs the same as JSON', () => {
      write('bad.toml', '[[stack]]\nname = "a"\ntags = 5\n');
      const { code, out } = call(['check', 'bad.toml', '--format', 'json'], { cwd: folder });
      assert.equal(code, 1);
      const { files, errors, findings } = JSON.parse(out);
      assert.deepEqual({ files, errors }, { files: 1, errors: 1 });
      const { file, line, column, severity, code: name } = findings[0];
      assert.deepEqual(
        { file, line, column, severity, name },
        { file: 'bad.toml', line: 3, column: 8, severity: 'error', name: 'wrong-type' },
      );
    });

    it('looks into the scripts of Actions', () => {
      const script = 'import "npm:a";\nconsole.log(1);';
      write(
        'action.toml',
        `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`,
      );
      const { code, out } = call(['check', 'action.toml', '--format', 'json'], { cwd: folder });
      rmSync(path.join(folder, 'action.toml'));
      assert.equal(code, 1);
      assert.match(
        out,
        /"line": 5,\s+"column": 1,\s+"severity": "error",\s+"code": "static-import"/,
      );
    });

    it('follows the rules of the version asked for', () => {
      write('bad.toml', '[[stack]]\nname = "a"\nconfig = { server = "s",\n}\n');
      assert.equal(call(['check', 'bad.toml'], { cwd: folder }).code, 0);
      assert.equal(
        call(['check', 'bad.toml', '--core-version', '1.19.5'], { cwd: folder }).code,
        1,
      );
    });

    it('passes other TOML over, and says what can not be read', () => {
      rmSync(path.join(folder, 'bad.toml'));
      write('Cargo.toml', '[package]\nname = 5\n');
      assert.match(call(['check'], { cwd: folder }).out, /^0 Komodo files checked/);
      const named = call(['check', 'Cargo.toml'], { cwd: folder });
      assert.match(named.note, /Cargo\.toml: nothing in it looks like a resource of Komodo’s/);
      write('latin1.toml', Uint8Array.of(0x23, 0xe9, 0x0a));
      const { code, out } = call(['check'], { cwd: folder });
      assert.equal(code, 1);
      assert.match(out, /It is not UTF-8 text: line 1/);
      write('UPPER.TOML', '[[stack]]\nnme = "a"\n');
      const skipped = call(['check'], { cwd: folder });
      assert.match(skipped.out, /^warning\[skipped-file\].*must end in `.toml`/m);
      assert.doesNotMatch(skipped.out, /UPPER\.TOML:2/);
      const missing = call(['check', 'nowhere.toml'], { cwd: folder });
      assert.equal(missing.code, 1);
      assert.match(missing.note, /nowhere\.toml: it can't be read/);
    });
  });

  it('plans a Procedure with what is inside', () => {
    const { code, out } = call(['plan', 'release-shop']);
    assert.equal(code, 0);
    assert.match(out, /^1\. /);
    assert.match(out, /RunProcedure deploy-changes\n {4}1\. /);
    assert.match(call(['plan', 'nowhere']).note, /There is no Procedure nowhere/);
  });

  it('previews a pattern, item by item', () => {
    const { code, out } = call(['preview', 'shop-*, \\^nothing$\\']);
    assert.equal(code, 0);
    assert.match(out, /wildcard {2}shop-\* {2}shop-/);
    assert.match(out, /regex {5}\\\^nothing\$\\ {2}matches nothing/);
    assert.equal(call(['preview', '\\(\\']).code, 1);
    assert.equal(call(['preview', '*', '--kind', 'dog']).code, 2);
  });

  it('previews a schedule: what it means, the cron it becomes, its next runs', () => {
    const { code, out } = call([
      'preview',
      '--schedule',
      'every day at 03:00',
      '--zone',
      'Asia/Tokyo',
    ]);
    assert.equal(code, 0);
    assert.match(
      out,
      /^At 03:00\ncron {2}0 0 3 \*\/1 \* \?\n( {2}.*, 03:00 GMT\+9.*\n){5}In Asia\/Tokyo/,
    );
    assert.match(call(['preview', '--schedule', '0 0 4 * * *', '--cron']).out, /^At 04:00\n/);
    const refused = call(['preview', '--schedule', 'daily']);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /^Core never runs this: Failed to parse english to cron/);
    const other = call(['preview', '--schedule', 'every day at 3']);
    assert.equal(other.code, 0);
    assert.match(other.out, /This says every day at 03:00, but Core runs it every day at 00:00/);
    assert.equal(call(['preview', '--schedule', '']).code, 2);
    assert.equal(call(['preview', '--schedule', 'daily', 'foo-*']).code, 2);
  });

  describe('on the sandbox', () => {
    let sandbox: ChildProcess;
    let url: string;
    let env: Record<string, string>;
    before(async () => {
      write('p.toml', nestedProcedure);
      sandbox = spawn(process.execPath, [program, 'sandbox', folder]);
      const text = await firstLines(sandbox, 2);
      url = /http:\S+/.exec(text)![0];
      env = Object.fromEntries(
        [...text.matchAll(/(KOMODO_API_\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]),
      );
    });
    after(() => sandbox.kill());

    it('runs a Procedure, nested runs at their depth, and ends with its outcome', () => {
      const { code, out } = call(['run', 'outer', '--core', url], { env });
      assert.equal(code, 0, out);
      assert.match(out, /Stage 1.*: first\n/);
      assert.match(out, /\n {4}Stage 1.*: inside\n/);
      assert.match(out, /✓ RunProcedure outer: ok/);
    });

    it('ends with 1 when the run fails', () => {
      const { code, out } = call(['run', 'failing', '--core', url], { env });
      assert.equal(code, 1, out);
      assert.match(out, /✗ RunProcedure failing: failed/);
    });

    it('ends with 2 for an unknown name, a Core that is down and a key that is missing or wrong', () => {
      assert.match(call(['run', 'nowhere', '--core', url], { env }).note, /nowhere/);
      assert.match(call(['run', 'outer', '--core', url]).note, /KOMODO_API_KEY/);
      assert.match(
        call(['run', 'outer', '--core', 'http://127.0.0.1:65531'], { env }).note,
        /Nothing listens/,
      );
      const wrong = { KOMODO_API_KEY: 'K-no', KOMODO_API_SECRET: 'S-not-to-be-shown' };
      const refused = call(['run', 'outer', '--core', url], { env: wrong });
      assert.equal(refused.code, 2);
      assert.doesNotMatch(refused.note + refused.out, /S-not-to-be-shown/);
    });
  });
});

const nestedProcedure = `[[procedure]]
name = "inner"
[[procedure.config.stage]]
name = "inside"
executions = [{ execution.type = "Sleep", execution.params.duration_ms = 200 }]

[[procedure]]
name = "outer"
[[procedure.config.stage]]
name = "first"
executions = [{ execution.type = "RunProcedure", execution.params.procedure = "inner" }]

[[stack]]
name = "broken"
tags = ["simulate-failure"]

[[procedure]]
name = "failing"
[[procedure.config.stage]]
name = "only"
executions = [{ execution.type = "DeployStack", execution.params.stack = "broken" }]
`;

/** What a program writes until so many lines are there. */
function firstLines({ stdout }: ChildProcess, count: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stdout!.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.split('\n').length > count) resolve(text);
    });
    stdout!.once('end', () => reject(new Error(`it ended after: ${text}`)));
  });
}

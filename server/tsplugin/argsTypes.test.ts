import assert from 'node:assert/strict';
import ts from 'typescript';
import { argsTyper } from './argsTypes.ts';

const lib = `
interface Array<T> { [index: number]: T }
interface Number { toFixed(): string }
interface String { padEnd(): string }
interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
interface NewableFunction {} interface Object {} interface RegExp {}
type Record<Key extends keyof any, Value> = { [Name in Key]: Value };
declare const ARGS: Record<string, any>;
`;
const registry = ts.createDocumentRegistry();

/** A project with one script, `/a.ts`; its files are those of other projects, too. */
class Project {
  args: object | undefined;
  #version = 0;
  isInterrupted = false;
  readonly #service: ts.LanguageService;
  timesAsked = 0;
  readonly #type = argsTyper(ts, () => {
    this.timesAsked++;
    return this.args;
  });

  constructor(script: string, args?: object) {
    this.args = args;
    this.#service = ts.createLanguageService(
      {
        getScriptFileNames: () => ['/lib.d.ts', '/a.ts'],
        getScriptVersion: (path) => (path === '/a.ts' ? `${this.#version} ${script}` : '1'),
        getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(path === '/a.ts' ? script : lib),
        getCurrentDirectory: () => '/',
        getCompilationSettings: () => ({ noLib: true, types: [] }),
        getDefaultLibFileName: () => '/lib.d.ts',
        fileExists: () => false,
        readFile: () => undefined,
        getCancellationToken: () => ({ isCancellationRequested: () => this.isInterrupted }),
      },
      registry,
    );
  }

  /** It is checked anew from now on. */
  change(): void {
    this.#version++;
  }

  /** What is done before each question. */
  prepare(): void {
    this.#type(this.#service.getProgram()!);
  }

  problems(): readonly string[] {
    this.prepare();
    return this.#service
      .getSemanticDiagnostics('/a.ts')
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }
}

describe('the type of ARGS', () => {
  const script = 'export const text: string = ARGS.limit;\n';
  const wrong = ["Type 'number' is not assignable to type 'string'."];

  it('is that of the arguments', () => {
    assert.deepEqual(new Project(script).problems(), []);
    assert.deepEqual(new Project(script, {}).problems(), []);
    assert.deepEqual(new Project(script, { limit: 'a' }).problems(), []);
    assert.deepEqual(new Project(script, { limit: 80 }).problems(), wrong);
  });

  it('knows names that no other type may have', () => {
    const args = { __proto: 1, 'a b': [[1], [2]], mixed: [1, 'a'], none: null };
    const read = 'export const text: string = ';
    const typeOf = (of: string) => new Project(`${read}${of};\n`, args).problems();
    assert.deepEqual(typeOf('ARGS.__proto'), wrong);
    assert.deepEqual(typeOf('ARGS["a b"]'), [
      "Type 'number[][]' is not assignable to type 'string'.",
    ]);
    assert.deepEqual(typeOf('ARGS.mixed[0]'), []);
    assert.deepEqual(typeOf('ARGS.none'), []);
  });

  it('goes with the arguments', () => {
    const project = new Project(script, { limit: 80 });
    assert.deepEqual(project.problems(), wrong);
    project.args = undefined;
    project.change();
    assert.deepEqual(project.problems(), []);
  });

  it('is another one when TypeScript was interrupted, which has other types then', () => {
    const project = new Project(`${script}function interrupted() {}\n`, { limit: 80 });
    project.isInterrupted = true;
    assert.throws(() => project.problems(), ts.OperationCanceledException);
    project.isInterrupted = false;
    assert.deepEqual(project.problems(), wrong);
    assert.deepEqual(project.problems(), wrong);
    assert.equal(project.timesAsked, 2);
  });

  it('is of each project, of which a file is a part', () => {
    const projects = [new Project(script, { limit: 80 }), new Project(script, { limit: 'a' })];
    for (const each of projects) each.prepare();
    assert.deepEqual(
      projects.map((project) => project.problems()),
      [wrong, []],
    );
  });

  it('stays what it is where scripts share their scope', () => {
    const project = new Project('const text: string = ARGS.limit;\n', { limit: 80 });
    assert.deepEqual(project.problems(), []);
  });
});

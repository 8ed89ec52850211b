import assert from 'node:assert/strict';
import { plainValue, read } from './testing/verdict.ts';

/** Core's errors, each with the text at the place where a person must look. */
function rejections(text: string, core?: string): [string, string][] {
  const file = read(text, core);
  return file.problems
    .filter((problem) => problem.class === 'rejected')
    .map((problem) => [problem.message, file.textAt(problem.place)]);
}

describe('a resource file', () => {
  it('that Core takes is what Core writes', () => {
    const file = read(`
      [[stack]]
      name = "web"
      [stack.config]
      server = "prod"
      environment = """
      PORT = 80
      """
    `);
    assert.deepEqual(file.problems, []);
    assert.deepEqual(plainValue(file), {
      stacks: [
        { name: 'web', config: { server_id: 'prod', environment: '      PORT = 80\n      \n' } },
      ],
    });
  });

  it('is told with all that is wrong at once, in the order in which Core would tell it', () => {
    const text = `
      [[stack]]
      name = 5
      [stack.config]
      server = ["a"]
      auto_pull = "yes"
      [[procedure]]
      config.stages = [{ executions = [] }]
    `;
    assert.deepEqual(rejections(text), [
      ['missing field `name`', '{ executions = [] }'],
      ['missing field `name`', '[[procedure]]'],
      ['invalid type: string "yes", expected a boolean', '"yes"'],
      ['invalid type: sequence, expected a string', '["a"]'],
      ['invalid type: integer `5`, expected a string', '5'],
    ]);
  });

  it('has a value as long as nothing in it is refused', () => {
    assert.equal(read('[[stack]]\nname = 5').value, undefined);
    assert.deepEqual(plainValue(read('')), {});
  });

  it('is read on behind what TOML forbids', () => {
    const file = read('[[stack]]\nname = "a"\nbroken =\n[[stack]]\nname = "b"');
    assert.deepEqual(
      file.resources.map(({ name }) => name?.text),
      ['a', 'b'],
    );
    assert.deepEqual(
      file.problems.map(({ code }) => code),
      ['toml-syntax'],
    );
  });
});

describe('an execution', () => {
  const stage = (execution: string) =>
    `procedure = [{ name = "p", config.stage = [{ name = "s", executions = [{ execution = ${execution} }] }] }]`;

  it('gets the defaults of its params', () => {
    const file = read(stage('{ type = "DeployStack", params.stack = "a" }'));
    assert.match(
      JSON.stringify(plainValue(file)),
      /"params":\{"stack":"a","services":\[\],"stop_time":null\}/,
    );
  });

  it('of an unknown type is told with what was perhaps meant', () => {
    const file = read(stage('{ type = "DeployStacks", params.stack = "a" }'));
    assert.match(file.first!.message, /^unknown variant `DeployStacks`, expected one of `None`, /);
    assert.equal(file.textAt(file.first!.place), '"DeployStacks"');
    assert.equal(file.first!.data?.suggestions?.[0], 'DeployStack');
  });

  it('that PullRepo cannot be, for it has no pattern', () => {
    const file = read(stage('{ type = "PullRepo", params.pattern = "*" }'));
    assert.equal(file.first!.message, 'missing field `repo`');
  });

  it('is refused at its params, though Core points at the whole execution', () => {
    const text = stage('{ type = "Sleep", params = { duration_ms = "5" } }');
    const file = read(text);
    assert.equal(file.first!.message, 'invalid type: string "5", expected i64');
    assert.equal(file.textAt(file.first!.place), '"5"');
    assert.equal(
      file.textAt(file.first!.corePlace),
      '{ type = "Sleep", params = { duration_ms = "5" } }',
    );
  });

  it('needs params even where all of them have defaults', () => {
    assert.deepEqual(rejections(stage('{ type = "RotateCoreKeys" }')), [
      ['missing field `params`', '{ type = "RotateCoreKeys" }'],
    ]);
  });
});

describe('a field', () => {
  it('is not given twice by two of its names', () => {
    const text = '[[stack]]\nname = "a"\nconfig = { server = "a", server_id = "b" }';
    assert.deepEqual(rejections(text), [['duplicate field `server_id`', 'server_id']]);
  });

  it('of older Cores is not refused by newer ones, and the other way around', () => {
    const registry =
      '[[build]]\nname = "a"\nconfig.image_registry = { type = "Standard", params = { domain = "ghcr.io" } }';
    assert.match(JSON.stringify(plainValue(read(registry, '1.18.4'))), /"domain":"ghcr.io"/);
    assert.match(JSON.stringify(plainValue(read(registry))), /"domain":""/);
    const list = '[[build]]\nname = "a"\nconfig.image_registry = []';
    assert.match(
      read(list, '1.18.4').first!.message,
      /^invalid type: sequence, expected null or \{/,
    );
    assert.deepEqual(rejections(list, '1.19.1'), []);
  });
});

describe('numbers', () => {
  const sleep = (number: string) => `[[server]]\nname = "a"\nconfig.cpu_warning = ${number}\n`;

  it('of 128 bits are passed over where nobody reads them, by Cores since 1.19', () => {
    const text = `[[server]]\nname = "a"\nx = 9223372036854775808\n`;
    assert.deepEqual(rejections(text), []);
    assert.deepEqual(rejections(text, '1.18.4'), [
      ['number too large to fit in target type', '9223372036854775808'],
    ]);
  });

  it('too big for everything are refused everywhere', () => {
    assert.deepEqual(rejections(sleep('1e999')), [['floating-point number overflowed', '1e999']]);
    const integer = '9'.repeat(50);
    assert.deepEqual(rejections(`x = [{ y = ${integer} }]`), [
      ['integer number overflowed', integer],
    ]);
  });

  it('are to Core what begins as one and has an underscore', () => {
    const found = read('[[stack]]\nname = 10_000ms\n[[server]]\nname = "a"\nconfig.x = 1_0"\n');
    assert.deepEqual(
      found.problems.map(({ message, advice, place }) => [message, advice, found.textAt(place)]),
      [
        ['integer number overflowed', 'Write it in quotes.', '1_0"'],
        ['integer number overflowed', 'Write it in quotes.', '10_000ms'],
      ],
    );
    // What follows it is the graver mistake to Core.
    assert.deepEqual(rejections('a = [1_0s] x')[0]![1], 'x');
    assert.deepEqual(
      rejections('[[user_group]]\nname = "a"\n[user_group.all.Stack]\nlevel = 1_0x\n'),
      [['wanted string or table', '1_0x']],
    );
    assert.deepEqual(rejections('[[stack]]\nname = 10_000ms', '1.18.4'), [
      ['a text needs quotes around it', '10_000ms'],
    ]);
  });
});

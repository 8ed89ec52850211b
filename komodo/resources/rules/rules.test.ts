import assert from 'node:assert/strict';
import { read } from '../testing/verdict.ts';

/** What Core drops without a word: the text at each place, the code, and where the key belongs or what was meant. */
function ignored(text: string, core?: string) {
  const file = read(text, core);
  return file.problems
    .filter((problem) => problem.class === 'ignored')
    .map(({ code, place, data }) => [
      file.textAt(place),
      code,
      data?.belongsIn ?? data?.suggestions,
    ]);
}

const stack = (lines: string) => `[[stack]]\nname = "a"\n${lines}\n`;
const procedure = (execution: string) =>
  `procedure = [{ name = "p", config.stages = [{ name = "s", executions = [${execution}] }] }]`;

describe('a key that Core ignores', () => {
  it('is said to belong in the config of the block', () => {
    assert.deepEqual(ignored(stack('auto_update = true')), [
      ['auto_update', 'misplaced-key', ['config']],
    ]);
  });

  it('is said to belong directly in the block', () => {
    assert.deepEqual(ignored(stack('config.tags = ["x"]')), [['tags', 'misplaced-key', []]]);
  });

  it('is not the name of a resource that has one', () => {
    assert.deepEqual(
      ignored(
        '[[deployment]]\nname = "a"\nconfig.labels = [{ variable = "v", value = "x", name = "c" }]\n',
      ),
      [['name', 'unknown-key', undefined]],
    );
  });

  it('is said to belong in the params of an execution', () => {
    const text = procedure('{ execution = { type = "RunSync", sync = "x", params.sync = "x" } }');
    assert.deepEqual(ignored(text), [
      ['sync', 'misplaced-key', ['config', 'stages', 'executions', 'execution', 'params']],
    ]);
  });

  it('of a builder is said to belong in the params of its config', () => {
    const text = '[[builder]]\nname = "a"\nconfig = { type = "Url", params = {}, passkey = "x" }';
    assert.deepEqual(ignored(text), [['passkey', 'misplaced-key', ['config', 'params']]]);
  });

  it('is told from one with another case or other separators', () => {
    assert.deepEqual(ignored('[[resource-sync]]\nname = "a"'), [
      ['resource-sync', 'wrong-case-key', ['resource_sync']],
    ]);
    assert.deepEqual(ignored('[[Stack]]\nname = "a"'), [['Stack', 'wrong-case-key', ['stack']]]);
    assert.deepEqual(ignored(stack('config.autoPull = true')), [
      ['autoPull', 'wrong-case-key', ['auto_pull']],
    ]);
  });

  it('is told with what was perhaps meant', () => {
    assert.deepEqual(ignored(stack('config.sever = "x"')), [['sever', 'unknown-key', ['server']]]);
    assert.deepEqual(ignored(stack('config.zebra = "x"')), [['zebra', 'unknown-key', undefined]]);
  });

  it('is told with what is meant by it in other words', () => {
    assert.deepEqual(ignored(stack('config.compose_file = "x"')), [
      ['compose_file', 'unknown-key', ['file_paths']],
    ]);
    assert.deepEqual(ignored('[[sync]]\nname = "a"'), [['sync', 'unknown-key', ['resource_sync']]]);
    assert.deepEqual(ignored('[[procedure]]\nname = "a"\nconfig.timezone = "UTC"'), [
      ['timezone', 'unknown-key', ['schedule_timezone']],
    ]);
    assert.deepEqual(ignored(stack('config.constructor = "x"')), [
      ['constructor', 'unknown-key', undefined],
    ]);
  });

  it('is not said to belong in a table that is not there, further down', () => {
    assert.deepEqual(ignored(stack('command = "x"')), [['command', 'unknown-key', undefined]]);
    assert.deepEqual(ignored(stack('path = "x"\nconfig.pre_deploy.command = "y"')), [
      ['path', 'misplaced-key', ['config', 'pre_deploy']],
    ]);
  });

  it('is what names the target of an execution', () => {
    const run = (type: string, params: string) =>
      ignored(procedure(`{ execution = { type = "${type}", params = { ${params} } } }`));
    assert.deepEqual(run('DeployStack', 'name = "x"'), [['name', 'unknown-key', ['stack']]]);
    assert.deepEqual(run('RunProcedure', 'id = "x"'), [['id', 'unknown-key', ['procedure']]]);
    // Which of two is meant, nobody knows.
    assert.deepEqual(run('DestroyContainer', 'id = "x"'), [['id', 'unknown-key', undefined]]);
    assert.deepEqual(run('DeployStack', 'stack = "x", id = "x"'), [
      ['id', 'unknown-key', undefined],
    ]);
  });

  it('is misplaced and written otherwise', () => {
    const told = (text: string) =>
      read(text).problems.map(({ code, message, data }) => [code, message, data]);
    assert.deepEqual(told(stack('autoUpdate = true')), [
      [
        'misplaced-key',
        'Core ignores `autoUpdate` in [[stack]]. Did you mean `auto_update` in `config`?',
        { belongsIn: ['config'], suggestions: ['auto_update'] },
      ],
    ]);
    assert.deepEqual(ignored('[[action]]\nname = "a"\nscript = "x"'), [
      ['script', 'misplaced-key', ['config']],
    ]);
    assert.deepEqual(ignored(stack('config.Tags = ["x"]')), [['Tags', 'misplaced-key', []]]);
    // What is near to a key right there is meant for that one.
    assert.deepEqual(ignored(stack('tag = ["x"]')), [['tag', 'unknown-key', ['tags']]]);
  });

  it('is told once, not for all that is in it', () => {
    assert.deepEqual(ignored('[[zebra]]\nname = "a"\n[[zebra.stripes]]\ncount = 5\n'), [
      ['zebra', 'unknown-key', undefined],
    ]);
  });

  it('is one of another version', () => {
    const text = '[[server]]\nname = "a"\nconfig.timeout_seconds = 5';
    assert.deepEqual(ignored(text), [['timeout_seconds', 'key-of-another-version', undefined]]);
    assert.deepEqual(ignored(text, '1.19.5'), []);
    // Not what belongs directly in the block, where all have tags.
    const batch =
      '{ execution = { type = "BatchDeployStack", params = { pattern = "*", tags = [] } } }';
    assert.deepEqual(ignored(procedure(batch), '1.19.5'), [
      ['tags', 'key-of-another-version', undefined],
    ]);
    assert.deepEqual(ignored('[[swarm]]\nname = "a"', '1.19.5'), [
      ['swarm', 'key-of-another-version', undefined],
    ]);
  });

  it('is the older form of an image registry', () => {
    const text = '[[build]]\nname = "a"\nconfig.image_registry = { type = "None", params = {} }';
    assert.deepEqual(ignored(text), [
      ['params', 'key-of-another-version', undefined],
      ['type', 'key-of-another-version', undefined],
    ]);
    assert.deepEqual(ignored(text, '1.18.4'), []);
  });

  it('is passed over in silence while it is being typed', () => {
    assert.deepEqual(ignored(stack('aut')), []);
  });
});

describe('what Core drops of a value', () => {
  it('is a date where a table may stand', () => {
    assert.deepEqual(ignored(stack('config.pre_deploy = 2024-05-01')), [
      ['2024-05-01', 'dropped-part', undefined],
    ]);
  });

  it('is what follows the third number of a version', () => {
    assert.deepEqual(ignored('[[build]]\nname = "a"\nconfig.version = "1.2.3.4"'), [
      ['"1.2.3.4"', 'dropped-part', undefined],
    ]);
  });

  it('is every swarm in Core 2.0, which reads them', () => {
    assert.deepEqual(ignored('[[swarm]]\nname = "a"', '2.0.0'), [
      ['swarm', 'dropped-kind', undefined],
    ]);
    assert.deepEqual(ignored('[[swarm]]\nname = "a"', '2.1.0'), []);
  });
});

import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from '../testing/check.ts';

const others = ['[[stack]]\nname = "web-1"\n[[stack]]\nname = "web-2"\n[[stack]]\nname = "db"\n'];
const on = (type: string, stack: string, more = '') =>
  `{ execution.type = "${type}", execution.params = { stack = "${stack}" }${more} }`;
const batch = (type: string, pattern: string) =>
  `{ execution.type = "${type}", execution.params = { pattern = "${pattern}" } }`;

const found = (executions: string[], world: World = { others }) =>
  findingsIn(procedureWith(...executions), world, 'busy-resource');

describe('executions of one stage', () => {
  it('cannot both have a resource', () => {
    const [busy, ...more] = found([on('DeployStack', 'db'), on('RestartStack', 'db')]);
    assert.deepEqual(more, []);
    assert.equal(busy?.class, 'surprising');
    assert.equal(busy.text, '"db"');
    assert.equal(
      busy.message,
      '`DeployStack` and `RestartStack` start at the same time on the stack `db`: Core refuses one while the other runs ("Resource is busy"), and the stage fails. Give each a stage of its own.',
    );
    assert.ok(busy.related!.start < busy.place!.start);
  });

  it('start the same twice', () => {
    const [busy] = found([on('DeployStack', 'db'), on('DeployStack', 'db')], {});
    assert.match(busy!.message, /^`DeployStack` starts twice at the same time on the stack `db`:/);
  });

  it('meet through patterns', () => {
    const [one, ...more] = found([batch('BatchDeployStack', '*'), on('StopStack', 'db')]);
    assert.deepEqual(more, []);
    assert.match(one!.message, /^`DeployStack` and `StopStack` .* on the stack `db`:/);
    const [two] = found([batch('BatchDeployStack', 'web-*'), batch('BatchDestroyStack', '*')]);
    assert.equal(two!.text, '"*"');
    assert.match(two!.message, /on the stacks `web-1`, `web-2`:/);
  });

  it('call one resource by its name and its id', () => {
    const id = '6b02cdc981239eed3731d900';
    const core = coreWith({}, { resources: { stack: [{ name: 'db', id }] } });
    assert.equal(found([on('DeployStack', 'db'), on('StopStack', id)], { core }).length, 1);
  });

  it('may go together, or not at all', () => {
    assert.deepEqual(found([on('DeployStack', 'db'), on('DeployStack', 'web-1')]), []);
    assert.deepEqual(
      found([on('DeployStack', 'db'), on('StopStack', 'db', ', enabled = false')]),
      [],
    );
    assert.deepEqual(found([on('PullStack', 'db'), on('PullStack', 'db')]), []);
    const run = '{ execution.type = "RunAction", execution.params.action = "a" }';
    assert.deepEqual(found([run, run]), []);
  });

  it('may both be the Procedure itself, which is told of elsewhere', () => {
    const run = '{ execution.type = "RunProcedure", execution.params.procedure = "self" }';
    assert.deepEqual(found([run, run]), []);
  });

  it('prune one server after the other', () => {
    const prune = (what: string) =>
      `{ execution.type = "Prune${what}", execution.params.server = "s" }`;
    assert.equal(found([prune('Images'), prune('Volumes')]).length, 1);
  });

  it('are not those of another stage', () => {
    const stage = (execution: string) =>
      `[[procedure.config.stage]]\nname = "s"\nexecutions = [${execution}]\n`;
    const text = `[[procedure]]\nname = "p"\n${stage(on('DeployStack', 'db'))}${stage(on('StopStack', 'db'))}`;
    assert.deepEqual(findingsIn(text, { others }, 'busy-resource'), []);
  });
});

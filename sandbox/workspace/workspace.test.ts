import assert from 'node:assert/strict';
import { testCore } from '../testing/core.ts';
import { create } from '../write/resources.ts';

const file = (text: string, path = 'test.toml') => ({ path, text });
const names = (core: ReturnType<typeof testCore>['core']) =>
  core.resources.list('Procedure').map(({ name }) => name);
const runs = (name: string) => `
  [[procedure.config.stage]]
  name = "s"
  executions = [{ execution.type = "RunProcedure", execution.params.procedure = "${name}" }]`;

describe('the sandbox over a workspace', () => {
  it('stores names as ids, wherever in the files they stand', () => {
    const { core } = testCore(`
      [[procedure]]
      name = "outer"
      ${runs('inner')}
      [[procedure]]
      name = "inner"
      [[stack]]
      name = "Web Shop"
      tags = ["production"]
      config.server = "host"
      [[server]]
      name = "host"`);
    const [inner, outer] = core.resources.list('Procedure');
    const [host] = core.resources.list('Server');
    const [stack] = core.resources.list('Stack');
    assert.match(JSON.stringify(outer!.config), new RegExp(`"procedure":"${inner!._id.$oid}"`));
    assert.equal(stack!.name, 'web_shop');
    assert.equal(stack!.config.server_id, host!._id.$oid);
    assert.deepEqual(stack!.tags, [core.tags.get('production')._id.$oid]);
  });

  it('says what Core would refuse, and takes the rest', () => {
    const { core, workspace } = testCore();
    const problems = workspace.load([
      file(`[[procedure]]\nname = "lost"\n${runs('nobody')}`, 'lost.toml'),
      file('[[procedure]]\nname = "broken"\nconfig.schedule_format = "cron"', 'broken.toml'),
      file(`[[procedure]]\nname = "itself"\n${runs('itself')}`, 'itself.toml'),
      file('[[procedure]]\nname = "fine"', 'fine.toml'),
      file('[[procedure]]\nname = "fine"', 'again.toml'),
    ]);
    assert.deepEqual(names(core), ['fine']);
    assert.deepEqual(problems, [
      {
        path: 'broken.toml',
        line: 3,
        message: 'unknown variant `cron`, expected `English` or `Cron`',
      },
      {
        path: 'lost.toml',
        message: "Procedure 'lost': Did not find any Procedure matching nobody",
      },
      {
        path: 'itself.toml',
        message: "Procedure 'itself': Did not find any Procedure matching itself",
      },
      { path: 'again.toml', message: "Procedure 'fine': the name is taken by another one" },
    ]);
  });

  it('leaves files of other TOML alone, be they good or bad', () => {
    const { workspace } = testCore();
    const cargo = file('[package]\nname = "x"', 'Cargo.toml');
    assert.deepEqual(workspace.load([cargo, file('[broken', 'pyproject.toml')]), []);
  });

  it('follows the files, and keeps what was made over the API', () => {
    const { core, workspace } = testCore('[[procedure]]\nname = "a"\n[[procedure]]\nname = "b"');
    create(core, 'Procedure', { name: 'own', config: {} }, { id: core.users.id });
    const before = core.resources.get('Procedure', 'a')._id;
    workspace.load([file('[[procedure]]\nname = "a"\ndescription = "new"')]);
    assert.deepEqual(names(core), ['a', 'own']);
    const { _id, description } = core.resources.get('Procedure', 'a');
    assert.deepEqual([_id, description], [before, 'new']);
  });

  it('keeps what a file held while it is broken', () => {
    const { core, workspace } = testCore('[[procedure]]\nname = "a"');
    const problems = workspace.load([file('[[procedure]]\nname = ')]);
    assert.equal(problems.length, 1);
    assert.deepEqual(names(core), ['a']);
  });

  it('changes a Procedure that runs once the run is over', async () => {
    const sleeping = (ms: number) => `
      [[procedure]]
      name = "p"
      [[procedure.config.stage]]
      name = "s"
      executions = [{ execution.type = "Sleep", execution.params.duration_ms = ${ms} }]`;
    const { core, clock, workspace, start } = testCore(sleeping(500));
    start('RunProcedure', { procedure: 'p' });
    await clock.advance(100);
    assert.deepEqual(workspace.load([file(sleeping(500))]), []);
    const [problem] = workspace.load([file(sleeping(700))]);
    assert.equal(problem!.message, "Procedure 'p': Procedure busy");
    await clock.advance(2000);
    const { config } = core.resources.get('Procedure', 'p');
    assert.match(JSON.stringify(config), /"duration_ms":700/);
  });
});

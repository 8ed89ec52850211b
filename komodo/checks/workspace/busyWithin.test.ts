import assert from 'node:assert/strict';
import { coreWith, findingsIn } from '../testing/check.ts';

const execution = (type: string, param: string, value: string, more = '') =>
  `{ execution.type = "${type}", execution.params.${param} = "${value}"${more} }`;
const deploy = (stack: string, more?: string) => execution('DeployStack', 'stack', stack, more);
const run = (procedure: string, more?: string) =>
  execution('RunProcedure', 'procedure', procedure, more);
/** A Procedure with one stage for each list of executions. */
const procedure = (name: string, ...stages: string[][]) =>
  `[[procedure]]\nname = "${name}"\n` +
  stages
    .map((all) => `[[procedure.config.stage]]\nname = "s"\nexecutions = [\n${all.join(',\n')}\n]\n`)
    .join('');
const stacks = '[[stack]]\nname = "web"\n[[stack]]\nname = "db"\n';

const found = (stage: string[], ...others: string[]) =>
  findingsIn(procedure('self', stage), { others: [stacks, ...others] }, 'busy-resource');

describe('executions of one stage and of a Procedure that it runs', () => {
  it('cannot both have a resource', () => {
    const [busy, ...more] = found([deploy('web'), run('b')], procedure('b', [deploy('web')]));
    assert.deepEqual(more, []);
    assert.equal(busy?.class, 'surprising');
    assert.equal(busy.text, '"b"');
    assert.equal(
      busy.message,
      '`DeployStack` and `DeployStack` in `b` start at the same time on the stack `web`: Core refuses one while the other runs ("Resource is busy"), and the stage fails. Give each a stage of its own.',
    );
    assert.deepEqual(
      busy.elsewhere?.map(({ message }) => message),
      ['`b` runs `DeployStack`.'],
    );
  });

  it('may meet later', () => {
    const later = procedure('b', [deploy('db')], [deploy('web')]);
    const [busy] = found([run('b'), deploy('web')], later);
    assert.match(
      busy!.message,
      /^`DeployStack` in `b` and `DeployStack` may run at the same time on the stack `web`:/,
    );
    const idle = procedure('b', [deploy('db', ', enabled = false')], [deploy('web')]);
    assert.match(found([run('b'), deploy('web')], idle)[0]!.message, /start at the same time/);
  });

  it('meet in two Procedures, and in those that they run', () => {
    const inner = procedure('inner', [deploy('web'), deploy('db')]);
    const all = [procedure('b', [run('inner')]), procedure('c', [deploy('web')]), inner];
    assert.match(
      found([run('b'), run('c')], ...all)[0]!.message,
      /^`DeployStack` in `inner`, which `b` runs, and `DeployStack` in `c` start .* on the stack `web`:/,
    );
  });

  it('are told of the Procedure that both run, and not of what it starts', () => {
    const all = [
      procedure('b', [run('inner')]),
      procedure('c', [run('inner')]),
      procedure('inner', [deploy('web')]),
    ];
    const [busy, ...more] = found([run('b'), run('c')], ...all);
    assert.deepEqual(more, []);
    assert.match(busy!.message, /`RunProcedure` in `b` and .* in `c` .* on the procedure `inner`:/);
  });

  it('meet through patterns', () => {
    const batch = execution('BatchDeployStack', 'pattern', '*');
    assert.match(
      found([batch, run('b')], procedure('b', [batch]))[0]!.message,
      /on the stacks `db`, `web`:/,
    );
    const both = [procedure('x-1', [deploy('web')]), procedure('x-2', [deploy('web')])];
    const [busy] = found([execution('BatchRunProcedure', 'pattern', 'x-*')], ...both);
    assert.match(busy!.message, /^`DeployStack` in `x-1` and `DeployStack` in `x-2` start/);
    assert.equal(busy!.related, undefined);
  });

  it('may go together, or not at all', () => {
    const b = procedure('b', [deploy('web')]);
    assert.deepEqual(found([deploy('db'), run('b')], b), []);
    assert.deepEqual(found([deploy('web'), run('b', ', enabled = false')], b), []);
    assert.deepEqual(found([deploy('web'), run('unknown')], b), []);
    assert.deepEqual(found([run('b')], b), []);
    const disabled = b.replace('name = "s"', '$&\nenabled = false');
    assert.deepEqual(found([deploy('web'), run('b')], disabled), []);
  });

  it('are found in long chains of Procedures as far as people nest them', () => {
    const chain = Array.from({ length: 3000 }, (_, at) =>
      procedure(`c${at}`, [run(`c${at + 1}`), deploy('web')]),
    );
    const [busy, ...more] = found([run('c0'), deploy('web')], ...chain);
    assert.deepEqual(more, []);
    assert.match(busy!.message, /^`DeployStack` in `c0` and `DeployStack` start/);
  });

  it('meet in a Procedure that only Core has', () => {
    const execution = { type: 'DeployStack', params: { stack: 'web' }, enabled: true };
    const inner = {
      name: 'inner',
      stages: [{ name: 's', enabled: true, executions: [execution] }],
    };
    const runsInner = { type: 'RunProcedure', params: { procedure: 'inner' }, enabled: true };
    const nightly = { name: 'b', stages: [{ ...inner.stages[0]!, executions: [runsInner] }] };
    const world = {
      core: coreWith({ stack: ['web'], procedure: ['b', 'inner'] }),
      onCore: [nightly, inner],
    };
    const [busy, ...more] = findingsIn(
      procedure('self', [deploy('web'), run('b')]),
      world,
      'busy-resource',
    );
    assert.deepEqual(more, []);
    assert.match(
      busy!.message,
      /^`DeployStack` and `DeployStack` in `inner` on komodo.lan, which `b` runs, start at the same time on the stack `web`:/,
    );
    assert.deepEqual(busy!.elsewhere, []);
    // What a file says of it counts more.
    assert.deepEqual(
      findingsIn(
        procedure('self', [deploy('web'), run('b')]),
        { ...world, others: [procedure('b', [deploy('db')])] },
        'busy-resource',
      ),
      [],
    );
  });

  it('are looked at once where Procedures run each other in a circle', () => {
    const circle = [procedure('b', [run('c'), deploy('db')]), procedure('c', [run('b')])];
    assert.deepEqual(found([run('b'), deploy('web')], ...circle), []);
    // The same Procedure twice is told of as such alone.
    const [twice, ...more] = found([run('b'), run('b')], procedure('b', [deploy('web')]));
    assert.deepEqual(more, []);
    assert.match(twice!.message, /^`RunProcedure` starts twice/);
  });
});

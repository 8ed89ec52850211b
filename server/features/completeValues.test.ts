import assert from 'node:assert/strict';
import { complete, item, labels, procedure, stage, workspace } from '../testing/completing.ts';
import { coreWith, inventoryWith } from '../testing/context.ts';

describe('completion of values', () => {
  it('knows true, false and the names of an enum', () => {
    assert.deepEqual(labels('[[stack]]\n[stack.config]\nauto_pull = |'), ['true', 'false']);
    const cron = item('Cron', `${procedure}[procedure.config]\nschedule_format = "c|"`)!;
    assert.equal(cron.written, '"Cron"');
    assert.equal(cron.replaced, '"c"');
    assert.equal(cron.filterText, '"Cron');
    assert.equal(item('Cron', `${procedure}config.schedule_format = |`)?.written, '"Cron"');
  });
  it('knows resources of the right kind', () => {
    assert.deepEqual(labels('[[stack]]\n[stack.config]\nserver = "|"'), ['s1']);
    assert.equal(item('s1', '[[stack]]\n[stack.config]\nserver = |')?.written, '"s1"');
    assert.deepEqual(labels('[[stack]]\nname = "a"\nafter = ["|"]'), ['db', 'web']);
    assert.deepEqual(labels('[[stack]]\ntags = ["|"]'), ['prod']);
  });
  it('knows what the resources of a sync are by their type', () => {
    const some = (type: string) =>
      `${stage}executions = [{ execution.type = "RunSync", execution.params = { sync = "main"${type}, resources = ["|"] } }]`;
    assert.deepEqual(labels(some(', resource_type = "Stack"')), ['db', 'web']);
    assert.deepEqual(labels(some(', resource_type = "Server"')), ['s1']);
    assert.deepEqual(labels(some('')), []);
  });
  it("has the connected Core's names first, and says which it lacks", () => {
    const core = coreWith({ server: ['live', 's1'] });
    const found = complete('[[stack]]\n[stack.config]\nserver = "|"', {
      workspace: inventoryWith({ server: ['new', 's1'] }),
      core,
    });
    assert.deepEqual(
      found.map(({ label, detail }) => `${label}: ${detail}`),
      ['live: server', 's1: server', 'new: server, not on komodo.lan'],
    );
  });
  it('knows Variables once their brackets are typed', () => {
    const found = item('TOKEN', '[[stack]]\n[stack.config]\nenvironment = """\nA = [[TO|]]\n"""')!;
    assert.equal(found.replaced, '[[TO]]');
    assert.equal(found.written, '[[TOKEN]]');
    const core = coreWith({}, { variables: ['TOKEN'], secrets: ['TOKEN', 'KEY'] });
    const marked = '[[stack]]\nconfig.environment = "A = [[|"';
    assert.deepEqual(labels(marked, { core }), ['TOKEN', 'KEY']);
  });
  it('knows time zones', () => {
    const marked = `${procedure}[procedure.config]\nschedule_timezone = "Eur|"`;
    assert.equal(item('Europe/Berlin', marked)?.written, '"Europe/Berlin"');
  });
  it('leaves out what the list has, and what would be the resource itself', () => {
    assert.deepEqual(labels('[[stack]]\ntags = ["prod", "|"]'), []);
    assert.deepEqual(labels('[[stack]]\nname = "db"\nafter = ["|"]'), ['web']);
    const run =
      'executions = [{ execution.type = "RunProcedure", execution.params.procedure = "|" }]';
    assert.deepEqual(labels(stage + run), []);
  });
  it('has the ids of what an alerter is about, by name', () => {
    const core = coreWith(
      {},
      { resources: { server: [{ name: 'alpha', id: '6b02d04281239eed3731dca5' }] } },
    );
    const marked =
      '[[alerter]]\nname = "a"\n[alerter.config]\nresources = [{ type = "Server", id = "|" }]';
    const [found, ...others] = complete(marked, { core, workspace });
    assert.deepEqual(others, []);
    assert.equal(found!.label, 'alpha');
    assert.equal(found!.written, '"6b02d04281239eed3731dca5"');
    // A name would be of no use.
    assert.deepEqual(labels(marked), []);
  });
  it('leaves out the tag that is being typed', () => {
    const typed = inventoryWith({}, { tags: ['', 'mo', 'monitoring'] });
    assert.deepEqual(labels('[[stack]]\ntags = ["mo|"]', { workspace: typed }), ['monitoring']);
  });
  it('has templates last', () => {
    const items = [{ name: 'a', template: true }, { name: 'b' }];
    const found = complete('[[stack]]\nafter = ["|"]', {
      workspace: { ...inventoryWith({}), resources: { stack: items } },
    });
    assert.deepEqual(
      found.map(({ label, detail }) => `${label}: ${detail}`),
      ['b: stack', 'a: stack, template'],
    );
  });
  it('knows schedules, what they mean and when they would run', () => {
    const found = complete(
      `${procedure}config.schedule_timezone = "Europe/Berlin"\nconfig.schedule = "|"`,
    );
    const [first] = found;
    assert.equal(first?.written, '"Every day at 03:00"');
    assert.equal(first.detail, 'in 14 h, Tue 03:00');
    const cron = found.find(({ label }) => label === '0 0 3 * * *');
    assert.equal(cron?.detail, 'At 03:00; in 14 h, Tue 03:00');
    assert.equal(cron.written, '"0 0 3 * * *"\nconfig.schedule_format = "Cron"');
    const given = `${procedure}[procedure.config]\nschedule_format = "Cron"\nschedule = |`;
    assert.equal(complete(given)[0]?.written, '"0 0 3 * * *"');
    assert.equal(labels(given).includes('Every hour'), false);
    const inline = `${procedure}config = { schedule = "|" }`;
    assert.equal(item('0 0 * * * *', inline)?.written, '"0 0 * * * *", schedule_format = "Cron"');
  });
  it('knows what holds where nothing is written', () => {
    assert.equal(item('main', '[[stack]]\nconfig.branch = "|"')?.detail, 'default');
    assert.equal(item('true', '[[stack]]\nconfig.auto_pull = |')?.detail, 'default');
    assert.equal(item('false', '[[stack]]\nconfig.auto_pull = |')?.detail, undefined);
  });
  it('knows the permissions of a user group', () => {
    const group = '[[user_group]]\nname = "g"\n';
    assert.equal(
      item('Stack', `${group}all.|`)?.written,
      'Stack = "${1|None,Read,Execute,Write|}"',
    );
    assert.deepEqual(labels(`${group}all.Stack = |`), ['None', 'Read', 'Execute', 'Write']);
  });
  it('knows the days and zones of a maintenance window', () => {
    const window = '[[server]]\nname = "s"\n[[server.config.maintenance_windows]]\n';
    assert.equal(labels(`${window}day_of_week = "|"`)[0], 'monday');
    assert.ok(labels(`${window}timezone = "|"`).includes('Europe/Berlin'));
  });
  it('begins a list or a table', () => {
    assert.equal(complete(`${stage}executions = |`)[0]?.written, '[\n  { $1 },\n]');
  });

  it('proposes no value that the list has already', () => {
    const found = labels('[[alerter]]\nconfig.alert_types = ["ServerCpu", "|"]');
    assert.ok(found.includes('ServerMem') && !found.includes('ServerCpu'));
    assert.ok(labels('[[alerter]]\nconfig.alert_types = ["Server|Cpu"]').includes('ServerCpu'));
  });

  describe('in patterns', () => {
    const pattern = (text: string) =>
      `${stage}executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = ${text} }]`;
    it('completes the item that is being typed', () => {
      const found = item('web', pattern('"db, w|"'))!;
      assert.equal(found.replaced, 'w');
      assert.equal(found.written, 'web');
      assert.deepEqual(labels(pattern('"|"')), ['db', 'web', '*']);
    });
    it('leaves out what the list has already', () => {
      assert.deepEqual(labels(pattern('"db, |"')), ['web', '*']);
      assert.deepEqual(labels(pattern('"we|, db"')), ['web', '*']);
      assert.deepEqual(labels(pattern('"w|eb"')), ['db', 'web', '*']);
    });
    it('knows lines from one another', () => {
      assert.equal(item('web', pattern('"""\ndb\nwe|\nx\n"""'))?.replaced, 'we');
    });
  });
});

import assert from 'node:assert/strict';
import {
  CompletionItemTag,
  type CompletionItem,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { contextWith, coreWith, inventoryWith } from '../testing/context.ts';
import { textIn, withCursor } from '../testing/text.ts';
import { completion, resolved } from './completion.ts';
import { forEditor } from './completionItem.ts';
import type { Context } from './context.ts';

const procedure = '[[procedure]]\nname = "p"\n';
const stage = `${procedure}[[procedure.config.stage]]\nname = "One"\n`;
const workspace = inventoryWith(
  { stack: ['db', 'web'], server: ['s1'], procedure: ['p'], resource_sync: ['main'] },
  { tags: ['prod'], variables: ['TOKEN'] },
);

interface Completed extends CompletionItem {
  /** What is replaced. */
  readonly replaced: string;
  readonly written: string;
}

function complete(marked: string, given: Partial<Context> = { workspace }): Completed[] {
  const { document, position } = withCursor(marked);
  return completion(document, position, contextWith(given)).map((item) => {
    const { range, newText } = item.textEdit as TextEdit;
    return { ...item, replaced: textIn(document, range), written: newText };
  });
}
const labels = (marked: string, given?: Partial<Context>) =>
  complete(marked, given).map(({ label }) => label);
const item = (label: string, marked: string) =>
  complete(marked).find((each) => each.label === label);

describe('completion', () => {
  describe('of headers', () => {
    it('proposes every kind, with what it needs', () => {
      const found = item('[[stack]]', '[[st|]]')!;
      assert.equal(found.replaced, '[[st]]');
      assert.equal(found.written, '[[stack]]\nname = "$1"\n$0');
      assert.equal(labels('|').length, 13);
    });
    it('proposes the tables of the resource above first, those that are not there yet', () => {
      assert.deepEqual(labels(`${procedure}[|`).slice(0, 3), [
        '[procedure.config]',
        '[[procedure.config.stage]]',
        '[[swarm]]',
      ]);
      assert.equal(labels(`${procedure}[procedure.config]\n[|`)[0], '[[procedure.config.stage]]');
    });
    it('proposes what is below a list to who types that', () => {
      assert.equal(
        item('[[procedure.config.stage.executions]]', `${stage}[[procedure.config.stage.|`)
          ?.written,
        '[[procedure.config.stage.executions]]\nexecution = { type = "$1", params = { $2 } }\n$0',
      );
      assert.equal(item('[[procedure.config.stage.executions]]', `${stage}[|`), undefined);
    });
    it('goes by what is typed rather than by what stands above', () => {
      assert.equal(labels(`${procedure}[stack.|]`)[0], '[stack.config]');
    });
    it('begins a stage with its list of executions', () => {
      assert.equal(
        item('[[procedure.config.stage]]', `${procedure}[[procedure.|`)?.written,
        '[[procedure.config.stage]]\nname = "$1"\nexecutions = [\n  { $2 },\n]\n$0',
      );
    });
    it('writes the header alone where its keys stand below', () => {
      assert.equal(item('[[stack]]', '[[st|]]\nname = "a"')?.written, '[[stack]]');
    });
    it('proposes a header no more when its brackets are closed', () => {
      assert.equal(item('[[stack]]', '[[stack|]]')?.filterText, '[[stack');
      assert.equal(item('[[stack]]', 'stack|')?.filterText, 'stack');
    });
    it('follows the version of Core', () => {
      const core = coreWith({}, { version: '1.19.5' });
      const found = complete('[[|', { schema: schemaFor('1.19.5'), core }).at(-1);
      assert.equal(found?.label, '[[swarm]]');
      assert.equal(found.detail, 'needs Core 2.0.0; komodo.lan runs 1.19.5');
      assert.deepEqual(found.tags, [CompletionItemTag.Deprecated]);
    });
  });

  describe('of keys', () => {
    it('leaves out what is there, also by another name', () => {
      const found = labels('[[stack]]\nname = "a"\n[stack.config]\nserver_id = "s"\n|');
      assert.ok(found.includes('auto_pull'));
      assert.ok(!found.includes('server'));
    });
    it('puts what Core insists on first, with a value to fill in', () => {
      const [first] = complete('[[stack]]\n|\n');
      assert.equal(first?.label, 'name');
      assert.equal(first.written, 'name = "$1"');
      assert.equal(first.detail, 'text; required');
      assert.equal(item('config', '[[stack]]\nco|')?.written, 'config.');
    });
    it('writes the name alone where a value stands behind it', () => {
      const found = item('auto_pull', '[[stack]]\n[stack.config]\nauto|_up = true')!;
      assert.equal(found.written, 'auto_pull');
      assert.equal(found.replaced, 'auto_up');
    });
    it('goes on in tables that dotted keys began', () => {
      const found = labels('[[stack]]\nname = "a"\nconfig.server = "s"\n|');
      assert.ok(found.includes('config.auto_pull'));
      assert.ok(!found.includes('config.server'));
    });
    it('goes by the type beside the params', () => {
      const marked = 'executions = [{ execution = { type = "RunStackService", params = { | } } }]';
      assert.deepEqual(labels(stage + marked).slice(0, 3), ['stack', 'service', 'command']);
    });
    it('knows the tables of an alerter, by its endpoint', () => {
      const marked =
        '[[alerter]]\nname = "a"\n[alerter.config.endpoint]\ntype = "Ntfy"\nparams = { | }';
      assert.deepEqual(labels(marked), ['url', 'email']);
    });
  });

  describe('of what newer Cores have', () => {
    const old = { schema: schemaFor('2.1.1'), core: coreWith({}, { version: '2.1.1' }) };
    const lacking = (marked: string) =>
      complete(marked, old)
        .filter(({ tags }) => tags?.length)
        .map(({ label, detail }) => `${label}: ${detail}`);
    it('says which version it needs', () => {
      assert.ok(
        lacking(`${stage}executions = [{ | }]`).includes(
          'CancelProcedure: needs Core 2.3.0; komodo.lan runs 2.1.1',
        ),
      );
      assert.ok(
        lacking(`${stage}executions = [{ execution.type = "|" }]`).some((each) =>
          each.startsWith('CancelProcedure: needs Core 2.3.0'),
        ),
      );
      assert.deepEqual(
        lacking('[[procedure]]\nname = "p"\n[procedure.config]\n|').map(
          (each) => each.split(';')[0],
        ),
        [],
      );
      assert.deepEqual(
        complete('[[stack]]\n|').filter(({ tags }) => tags),
        [],
      );
    });
  });

  describe('of values', () => {
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
      const found = item(
        'TOKEN',
        '[[stack]]\n[stack.config]\nenvironment = """\nA = [[TO|]]\n"""',
      )!;
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
  });

  describe('of executions', () => {
    it('has all of them, those most used first, with their required params', () => {
      const found = complete(`${stage}executions = [\n  |\n]`);
      assert.equal(found.length, 82);
      assert.equal(found[0]?.label, 'DeployStack');
      assert.equal(
        found[0].written,
        '{ execution.type = "DeployStack", execution.params.stack = "$1" },',
      );
    });
    it('adds params to a type that has none', () => {
      const sync = (marked: string) => item('RunSync', stage + marked)?.written;
      assert.equal(
        sync('executions = [{ execution.type = "|" }]'),
        '"RunSync", execution.params.sync = "$1"',
      );
      assert.equal(
        sync('executions = [{ execution = { type = "|" } }]'),
        '"RunSync", params.sync = "$1"',
      );
      assert.equal(sync('executions = [{ execution = { type = "|", params = {} } }]'), '"RunSync"');
    });
    it('writes them on lines of their own below a header', () => {
      const block = `${stage}[[procedure.config.stage.executions]]\n`;
      assert.equal(
        item('RunSync', `${block}|`)?.written,
        'execution.type = "RunSync"\nexecution.params.sync = "$1"',
      );
      assert.equal(
        item('RunSync', `${block}execution.type = "|"`)?.written,
        '"RunSync"\nexecution.params.sync = "$1"',
      );
    });
    it('gives {} where there are no params', () => {
      assert.equal(
        item('BackupCoreDatabase', `${stage}executions = [{ | }]`)?.written,
        'execution.type = "BackupCoreDatabase", execution.params = {$1}',
      );
    });
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

  it('proposes no value that the list has already', () => {
    const found = labels('[[alerter]]\nconfig.alert_types = ["ServerCpu", "|"]');
    assert.ok(found.includes('ServerMem') && !found.includes('ServerCpu'));
    assert.ok(labels('[[alerter]]\nconfig.alert_types = ["Server|Cpu"]').includes('ServerCpu'));
  });

  it('proposes keys of a table that only headers below it have made', () => {
    const below = '[[procedure.config.stage]]\nname = "a"';
    assert.ok(labels(`${procedure}|\n${below}`).includes('config.schedule'));
    assert.ok(!labels(`${procedure}|\n[procedure.config]\n${below}`).includes('config.schedule'));
  });

  it('finds a key by its other names, and writes the one that Core writes', () => {
    const found = item('server', '[[stack]]\nname = "a"\n[stack.config]\nserver_|')!;
    assert.match(found.filterText!, /server_id/);
    assert.equal(found.written, 'server = "$1"');
  });

  it('proposes a key before those that begin with it', () => {
    const keys = labels(`${procedure}[procedure.config]\nsched|`);
    assert.ok(keys.indexOf('schedule') < keys.indexOf('schedule_format'));
  });

  it('proposes executions to who types the name of one in a list', () => {
    const found = item('RunSync', `${stage}executions = [\n  Run|\n]`)!;
    assert.equal(found.replaced, 'Run');
    assert.equal(found.written, '{ execution.type = "RunSync", execution.params.sync = "$1" },');
    assert.deepEqual(labels('[[stack]]\nconfig.links = [ht|]'), []);
  });

  it('proposes no second execution to who goes on with one', () => {
    const braces = (text: string) => labels(`${stage}executions = [{ ${text} }]`);
    assert.deepEqual(braces('execution.type = "Sleep", en|').slice(0, 1), ['enabled']);
    assert.ok(braces('exec|').includes('DeployStack'));
    assert.ok(braces('execution|').includes('DeployStack'));
  });

  it('does not come up while a line is indented', () => {
    const { document, position } = withCursor('[[stack]]\n  |');
    assert.deepEqual(completion(document, position, contextWith(), ' '), []);
    assert.ok(completion(document, position, contextWith()).length > 0);
  });

  it('brings documentation when it is asked for', () => {
    const documentation = { DeployStack: { '': 'Deploys.' }, StackConfig: { auto_pull: 'Pulls.' } };
    const context = contextWith({ documentation });
    const text = (found: CompletionItem | undefined) =>
      (resolved(found!, context).documentation as MarkupContent).value;
    assert.match(text(item('DeployStack', `${stage}executions = [{ | }]`)), /Deploys\./);
    assert.match(text(item('auto_pull', '[[stack]]\n[stack.config]\n|')), /Pulls\./);
    const named = contextWith({ workspace });
    const said = (found: CompletionItem | undefined) =>
      (resolved(found!, named).documentation as MarkupContent).value;
    const after = '[[stack]]\nafter = ["|"]';
    assert.equal(said(item('web', after)), '**web** — stack; defined in this workspace');
    const zone = `${procedure}config.schedule_timezone = "|"`;
    assert.equal(said(item('Asia/Tokyo', zone)), 'There it is Mon 23 Nov 2026, 21:00 GMT+9.');
  });

  it('speaks to editors without snippets too', () => {
    const found = item('name', '[[stack]]\n|')!;
    const plain = forEditor(found, { snippets: false, suggestsAgain: false });
    assert.equal(plain.textEdit?.newText, 'name = ""');
    assert.equal(plain.command, undefined);
    assert.ok(forEditor(found, { snippets: true, suggestsAgain: true }).command);
  });
});

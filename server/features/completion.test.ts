import assert from 'node:assert/strict';
import { CompletionItemTag, type CompletionItem, type MarkupContent } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { complete, item, labels, procedure, stage, workspace } from '../testing/completing.ts';
import { contextWith, coreWith } from '../testing/context.ts';
import { withCursor } from '../testing/text.ts';
import { completion, resolved } from './completion.ts';
import { forEditor } from './completionItem.ts';

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

import assert from 'node:assert/strict';
import { coreWith } from '../testing/context.ts';
import { filesWith } from '../testing/files.ts';
import { callItems, incomingCalls, outgoingCalls } from './callHierarchy.ts';
import type { Context } from './context.ts';

const procedure = (name: string, ...executions: readonly string[]) =>
  `[[procedure]]\nname = "${name}"\n[[procedure.config.stage]]\nname = "One"\nexecutions = [\n${executions.join(',\n')}\n]\n`;
const execution = (type: string, param: string, value: string) =>
  `{ execution.type = "${type}", execution.params.${param} = "${value}" }`;
const run = (name: string) => execution('RunProcedure', 'procedure', name);
const deploy = (name: string) => execution('DeployStack', 'stack', name);

/** What is found from the cursor, with the places of the calls. */
function hierarchy(texts: Readonly<Record<string, string>>, given: Partial<Context> = {}) {
  const { document, position, context, place } = filesWith(texts, given);
  const items = callItems(document, position, context);
  const calls = items.flatMap((item) => ({
    incoming: incomingCalls(item, context).map(
      ({ from, fromRanges }) =>
        `${from.name} (${from.detail}) at ${fromRanges.map((range) => place({ uri: from.uri, range })).join(' & ')}`,
    ),
    outgoing: outgoingCalls(item, context).map(
      ({ to, fromRanges }) =>
        `${to.name} (${to.detail}) at ${fromRanges.map((range) => place({ uri: item.uri, range })).join(' & ')}`,
    ),
  }));
  return {
    items: items.map(({ name, detail }) => `${name} (${detail})`),
    incoming: calls.flatMap(({ incoming }) => incoming),
    outgoing: calls.flatMap(({ outgoing }) => outgoing),
  };
}

describe('who runs whom', () => {
  it('is told of a Procedure both ways, across files', () => {
    const found = hierarchy({
      a: procedure('nig|htly', run('backup'), deploy('web'), run('backup')),
      b: procedure('backup') + procedure('all', run('nightly')),
      c: '[[stack]]\nname = "web"\n',
    });
    assert.deepEqual(found.items, ['nightly (procedure, a)']);
    assert.deepEqual(found.incoming, ['all (procedure, b) at b:13 nightly']);
    assert.deepEqual(found.outgoing, [
      'backup (procedure, b) at a:6 backup & a:8 backup',
      'web (stack, c) at a:7 web',
    ]);
  });

  it('says what is disabled', () => {
    const off = (text: string) => text.replace(/ \}$/, ', enabled = false }');
    const batch = execution('BatchDeployStack', 'pattern', 'web-*');
    const files = {
      a: procedure('nig|htly', run('backup'), off(run('backup')), off(batch)),
      b: procedure('backup') + '[[stack]]\nname = "web-1"\n',
    };
    assert.deepEqual(hierarchy(files).outgoing, [
      'backup (procedure, b) at a:6 backup',
      'backup (procedure, b, disabled) at a:7 backup',
      'web-1 (stack, b, disabled) at a:8 web-*',
    ]);
    const stage = procedure('all', run('nightly')).replace('name = "One"', '$&\nenabled = false');
    assert.deepEqual(hierarchy({ a: files.a, b: stage }).incoming, [
      'all (procedure, b, disabled) at b:7 nightly',
    ]);
  });

  it('goes by patterns', () => {
    const batch = execution('BatchDeployStack', 'pattern', 'web-*, db');
    const files = {
      a: procedure('deploy', batch),
      b: '[[stack]]\nname = "web-1"\n[[stack]]\nname = "web-2"\n[[stack]]\nname = "x"\n',
    };
    assert.deepEqual(hierarchy({ ...files, c: '[[stack]]\nname = "d|b"\n' }).incoming, [
      'deploy (procedure, a) at a:6 db',
    ]);
    assert.deepEqual(hierarchy({ ...files, c: '[[stack]]\nname = "web|-3"\n' }).incoming, [
      'deploy (procedure, a) at a:6 web-*',
    ]);
    assert.deepEqual(hierarchy({ ...files, a: procedure('depl|oy', batch) }).outgoing, [
      'db (stack, not defined in this workspace) at a:6 db',
      'web-1 (stack, b) at a:6 web-*',
      'web-2 (stack, b) at a:6 web-*',
    ]);
  });

  it('goes by the names of the connected Core', () => {
    const core = coreWith({ stack: ['web-9'] });
    const batch = execution('BatchDeployStack', 'pattern', 'web-*');
    assert.deepEqual(hierarchy({ a: procedure('depl|oy', batch) }, { core }).outgoing, [
      'web-9 (stack, on komodo.lan) at a:6 web-*',
    ]);
  });

  it('goes through scripts, where they run something', () => {
    const script = [
      'const stack = await komodo.read("GetStack", { stack: "db" });',
      'await komodo.execute("RunProcedure", { procedure: "nightly" });',
    ].join('\n');
    const action = `[[action]]\nname = "script"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;
    const found = hierarchy({
      a: procedure('nig|htly', execution('RunAction', 'action', 'script')),
      b: action,
    });
    assert.deepEqual(found.incoming, ['script (action, b) at b:6 nightly']);
    assert.deepEqual(found.outgoing, ['script (action, b) at a:6 script']);
    assert.deepEqual(hierarchy({ a: '[[stack]]\nname = "d|b"\n', b: action }).incoming, []);
  });

  it('begins at a name, a header, or a pattern', () => {
    assert.deepEqual(hierarchy({ a: procedure('all', run('bac|kup')) }).items, [
      'backup (procedure, not defined in this workspace)',
    ]);
    assert.deepEqual(hierarchy({ a: '[[pro|cedure]]\nname = "p"\n' }).items, ['p (procedure, a)']);
    const picked = procedure('all', execution('BatchRunProcedure', 'pattern', 'a|*'));
    assert.deepEqual(hierarchy({ a: picked }).items, ['all (procedure, a)']);
    assert.deepEqual(hierarchy({ a: '[[variable]]\nname = "T|"\nvalue = ""' }).items, []);
  });
});

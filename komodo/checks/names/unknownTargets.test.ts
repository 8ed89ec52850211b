import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from '../testing/check.ts';

const others = [
  '[[stack]]\nname = "web"\n[[stack]]\nname = "web-2"\n[[deployment]]\nname = "db"\n',
  '[[alerter]]\nname = "chat"\n',
];
const core = coreWith({ stack: ['live'], action: [], deployment: ['api'] });

function found(execution: string, world: World = { others }) {
  return findingsIn(procedureWith(execution), world, 'unknown-resource');
}
const deploy = (stack: string, more = '') =>
  `{ execution.type = "DeployStack", execution.params.stack = "${stack}"${more} }`;

describe('an execution on a resource', () => {
  it('that the workspace or Core has is left alone', () => {
    assert.deepEqual(found(deploy('web')), []);
    assert.deepEqual(found(deploy('live'), { others, core }), []);
    assert.deepEqual(found(deploy('web'), { others, core }), []);
  });

  it('that Core lacks is not saved, not even disabled', () => {
    const [gone, ...more] = found(deploy('liev', ', enabled = false'), { core });
    assert.deepEqual(more, []);
    assert.equal(gone?.class, 'fails');
    assert.equal(gone.isUnsure, undefined);
    assert.equal(gone.text, '"liev"');
    assert.equal(
      gone.message,
      'There is no stack `liev` on komodo.lan. Did you mean `live`? Core cannot save this Procedure.',
    );
    assert.match(gone.mended[0]!, /stack = "live", enabled = false }/);
  });

  it('that only a Core could know', () => {
    const [gone] = found(deploy('wbe'));
    assert.equal(gone?.isUnsure, true);
    assert.equal(
      gone.message,
      'There is no stack `wbe` in this workspace. Did you mean `web`? If Core has none either, it cannot save this Procedure.',
    );
  });

  it('of a kind that nobody told about', () => {
    assert.deepEqual(found(deploy('web'), {}), []);
    const build = '{ execution.type = "RunBuild", execution.params.build = "x" }';
    assert.deepEqual(found(build, { core: coreWith({ stack: ['x'] }) }), []);
  });

  it('whose name is that of another kind', () => {
    const [gone] = found(deploy('db'));
    assert.match(gone!.message, /in this workspace; what is called so is a deployment\./);
  });

  it('by its id, which only a Core knows', () => {
    const id = '6b02cdc981239eed3731d900';
    const resources = { stack: [{ name: 'live', id }] };
    assert.deepEqual(found(deploy(id)), []);
    assert.deepEqual(found(deploy(id), { core: coreWith({}, { resources }) }), []);
    assert.equal(found(deploy(id), { core }).length, 1);
  });

  it('that Core calls otherwise', () => {
    const defined = { others: ['[[stack]]\nname = "My Web"\n'] };
    const [otherwise] = found(deploy('My Web'), defined);
    assert.equal(otherwise?.message, 'Core calls this stack `my_web`, and finds no `My Web`.');
    assert.match(otherwise.mended[0]!, /stack = "my_web"/);
    assert.deepEqual(found(deploy('my_web'), defined), []);
  });

  it('without a name', () => {
    const [nameless] = found(deploy(''), {});
    assert.equal(nameless?.class, 'fails');
    assert.equal(nameless.isUnsure, undefined);
    assert.match(nameless.message, /the name of a stack must stand here/);
  });

  it('one of several', () => {
    const alert = (names: string) =>
      `{ execution.type = "SendAlert", execution.params = { message = "x", alerters = ${names} } }`;
    assert.deepEqual(
      found(alert('["chat", "mail"]')).map(({ text }) => text),
      ['"mail"'],
    );
    assert.deepEqual(found(alert('[]')), []);
  });

  it('that is the Procedure itself is told of elsewhere', () =>
    assert.deepEqual(
      found('{ execution.type = "RunProcedure", execution.params.procedure = "self" }', {
        core: coreWith({ procedure: [] }),
      }),
      [],
    ));

  it('in a param that Core does not know names nothing', () =>
    assert.deepEqual(found('{ execution.type = "Sleep", execution.params.stack = "x" }'), []));
});

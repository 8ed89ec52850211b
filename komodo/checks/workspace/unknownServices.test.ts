import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const compose =
  '[[stack]]\nname = "web"\n[stack.config]\nfile_contents = """\nservices:\n  app: {}\n  db: {}\n"""\n';
const elsewhere = '[[stack]]\nname = "web"\nconfig.repo = "me/infra"\n';
const run = (type: string, params: string) =>
  `[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "s"\nexecutions = [{ execution.type = "${type}", execution.params = { stack = "web", ${params} } }]\n`;
const found = (text: string, world: World = {}) => findingsIn(text, world, 'unknown-service');
const others = [compose];

describe('a service that a Stack does not have', () => {
  it('fails, and the nearest one is offered', () => {
    const [only, ...more] = found(run('RestartStack', 'services = ["db", "ap"]'), { others });
    assert.deepEqual(more, []);
    assert.equal(only?.class, 'fails');
    assert.equal(only.isUnsure, undefined);
    assert.equal(only.text, 'ap');
    assert.equal(
      only.message,
      'The stack `web` has no service `ap`. Did you mean `app`? `RestartStack` fails on it.',
    );
    assert.match(only.mended[0]!, /services = \["db", "app"\]/);
  });

  it('is looked for in the one of RunStackService too', () => {
    const [only] = found(run('RunStackService', 'service = "x"'), { others });
    assert.equal(
      only?.message,
      'The stack `web` has no service `x`. `RunStackService` fails on it.',
    );
  });

  it('is one that Core does not have either', () => {
    const core = coreWith({}, { resources: { stack: [{ name: 'web', services: ['old'] }] } });
    assert.deepEqual(found(run('StopStack', 'services = ["old", "app"]'), { others, core }), []);
    const [only, ...more] = found(run('StopStack', 'services = ["old", "app"]'), {
      others: [elsewhere],
      core,
    });
    assert.deepEqual(more, []);
    assert.equal(only?.text, 'app');
    assert.ok(only.isUnsure);
  });

  it('fails a call of a script', () => {
    const script = (services: string) =>
      `[[action]]\nname = "a"\nconfig.file_contents = """\nkomodo.execute("RestartStack", { stack: "web", services: ${services} });\n"""\n`;
    const [only, ...more] = found(script('["db", "ap"]'), { others });
    assert.deepEqual(more, []);
    assert.equal(only?.class, 'surprising');
    assert.equal(only.text, 'ap');
    assert.equal(
      only.message,
      'The stack `web` has no service `ap`. Did you mean `app`? This call fails.',
    );
    assert.match(only.mended[0]!, /services: \["db", "app"\]/);
    assert.deepEqual(found(script('[`${name}`, "", "[[SERVICE]]"]'), { others }), []);
  });

  it('is passed over in the config of the Stack', () => {
    const own = (line: string) => compose.replace('[stack.config]', `[stack.config]\n${line}`);
    const [only] = found(own('ignore_services = ["app", "dd"]'));
    assert.equal(only?.class, 'ignored');
    assert.equal(only.text, 'dd');
    const [inText] = found(own('auto_update_skip_services = """\napp # why\n dd, db"""'));
    assert.equal(inText?.text, 'dd');
  });

  it('cannot be told where the files are elsewhere, or the Stack is', () => {
    const text = run('RestartStack', 'services = ["x"]');
    assert.deepEqual(found(text, { others: [elsewhere] }), []);
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(run('RestartStack', 'services = ["{{ x }}", ""]'), { others }), []);
  });
});

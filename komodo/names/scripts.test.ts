import assert from 'node:assert/strict';
import { readResources } from '../resources/index.ts';
import { dataOf, parse, spanOf, type Place } from '../toml/index.ts';
import { scriptNamesOf } from './scripts.ts';

function namesIn(script: string) {
  const toml = parse(`[[action]]\nname = "a"\nconfig.file_contents = """\n${script}"""`);
  const [action] = readResources(dataOf(toml)).resources;
  const written = (place: Place) => {
    const { start, end } = spanOf(toml, place);
    return toml.text.slice(start, end);
  };
  const { uses, pickers, services, literals } = scriptNamesOf(action!, toml);
  for (const { name, place } of uses) assert.equal(written(place), name);
  return {
    uses: uses.map(({ kinds, name, unsure }) => `${kinds.join('|')} ${name}${unsure ? '?' : ''}`),
    patterns: pickers.map(({ kind, items }) => `${kind}: ${items.map(written).join(' & ')}`),
    services: services.map(({ stack, place }) => `${written(place)} of ${stack}`),
    literals: literals.map(({ place }) => written(place)),
  };
}
const uses = (script: string) => namesIn(script).uses;

describe('the names in a script', () => {
  it('are those that executions are given, by their params', () => {
    assert.deepEqual(uses('await komodo.execute("DeployStack", { stack: "web" });'), ['stack web']);
    assert.deepEqual(
      uses(`komodo.execute_and_poll('SendAlert', { message: "m", alerters: ["chat", "mail"] })`),
      ['alerter chat', 'alerter mail'],
    );
    assert.deepEqual(uses('komodo.execute("RunSync", { sync: "main", resources: [] })'), [
      'resource_sync main',
    ]);
  });

  it('are those that are read and written', () => {
    assert.deepEqual(uses('komodo.read("GetContainerLog", { server: "s1", container: "c" })'), [
      'server s1',
    ]);
    assert.deepEqual(uses('komodo.write("UpdateStack", { id: "web", config: { repo: "x" } })'), [
      'stack web',
    ]);
    assert.deepEqual(uses('komodo.write("UpdateVariableValue", { name: "TOKEN", value: "x" })'), [
      'variable TOKEN',
    ]);
    assert.deepEqual(uses('komodo.read("ListStacks", { query: { tags: ["prod"] } })'), [
      'tag prod',
    ]);
    assert.deepEqual(
      uses('komodo.write("UpdateResourceMeta", { target: { type: "ResourceSync", id: "main" } })'),
      ['resource_sync main'],
    );
    assert.deepEqual(uses('komodo.execute_terminal({ server: "s1", command: "ls" }, {})'), [
      'server s1',
    ]);
  });

  it('are those of the targets of terminals, and in configs that are written', () => {
    const target = '{ type: "Container", params: { server: "s1", container: "c" } }';
    assert.deepEqual(uses(`komodo.execute_terminal({ target: ${target}, command: "ls" }, {})`), [
      'server s1',
    ]);
    const config = '{ server_id: "s1", linked_repo: "r", builder_id: "", environment: "s2" }';
    assert.deepEqual(uses(`komodo.write("UpdateStack", { id: "web", config: ${config} })`), [
      'stack web',
      'server s1',
      'repo r',
    ]);
  });

  it('are those of the build that a Deployment runs', () => {
    const image = '{ type: "Build", params: { build_id: "api", version: "1.0.0" } }';
    assert.deepEqual(
      uses(`komodo.write("UpdateDeployment", { id: "a", config: { image: ${image} } })`),
      ['deployment a', 'build api'],
    );
    assert.deepEqual(
      uses(
        'komodo.write("UpdateDeployment", { id: "a", config: { image: { type: "Image", params: { image: "b" } } } })',
      ),
      ['deployment a'],
    );
  });

  it('are those that a read knows by another param', () => {
    assert.deepEqual(uses('komodo.read("GetStackLog", { id: "web", services: [] })'), [
      'stack web',
    ]);
    assert.deepEqual(uses('komodo.read("GetServer", { name: "s1" })'), ['server s1']);
    assert.deepEqual(uses('komodo.read("GetBuilder", { id: "b" })'), ['builder b']);
    assert.deepEqual(
      uses('komodo.read("GetUpdate", { id: "u" }); komodo.read("GetBuilders", { id: "b" })'),
      [],
    );
  });

  it('are not those of a text with several', () => {
    assert.deepEqual(uses('komodo.read("ListStacks", { query: { tags: "a, b" } })'), []);
    assert.deepEqual(uses('komodo.read("ListStacks", { query: { tags: "a" } })'), ['tag a']);
  });

  it('are unsure where something new is named', () => {
    assert.deepEqual(uses('komodo.write("CopyStack", { id: "web", name: "web-2" })'), [
      'stack web',
      'stack web-2?',
    ]);
  });

  it('are in patterns, of which wildcards and regexes are kept apart', () => {
    const found = namesIn(
      String.raw`komodo.execute("BatchDeployStack", { pattern: "web, db-*" }); "a\nb".match(/"/)`,
    );
    assert.deepEqual(found.uses, ['stack web']);
    assert.deepEqual(found.patterns, ['stack: web & db-*']);
  });

  it('may be in any other string literal', () => {
    assert.deepEqual(
      namesIn('for (const stack of ["web", `db`]) komodo.execute("DeployStack", { stack })')
        .literals,
      ['web', 'db', 'DeployStack'],
    );
  });

  it('are found wherever the script is written', () => {
    const toml = parse(
      `[[action]]\nname = "a"\n[action.config]\nfile_contents = "komodo.read(\\"GetStack\\", { stack: 'web' })"`,
    );
    const [action] = readResources(dataOf(toml)).resources;
    const [use] = scriptNamesOf(action!, toml).uses;
    const { start, end } = spanOf(toml, use!.place);
    assert.equal(toml.text.slice(start, end), 'web');
  });

  it('are services, beside the stack that has them', () => {
    const services = (script: string) => namesIn(script).services;
    assert.deepEqual(
      services('komodo.execute("RestartStack", { stack: "web", services: ["app", "db"] });'),
      ['app of web', 'db of web'],
    );
    assert.deepEqual(
      services(
        'komodo.execute_terminal({ target: { type: "Stack", params: { stack: "web", service: "db" } }, command });',
      ),
      ['db of web'],
    );
    assert.deepEqual(services('komodo.execute("X", { stack, services: ["app"] });'), []);
    assert.deepEqual(namesIn('f("komodo"); g({ stack: "web", service: "db" });').services, []);
  });
});

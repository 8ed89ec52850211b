import assert from 'node:assert/strict';
import { coreWith } from '../testing/context.ts';
import { filesWith } from '../testing/files.ts';
import type { Context } from './context.ts';
import { definitions, highlights, references } from './navigation.ts';

const stage = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n';
const stacks =
  '[[stack]]\nname = "web"\n[stack.config]\nserver = "s1"\n\n[[deployment]]\nname = "db"\n';

/** What is found from the cursor, in its own file (here) or in the other. */
function from(here: string, there = stacks, given: Partial<Context> = {}) {
  const files = filesWith({ here, there }, given);
  const { document, position, context, place } = files;
  return {
    definitions: definitions(document, position, context).map(place),
    references: references(document, position, context, false).map(place),
    all: references(document, position, context, true).length,
    highlights: highlights(document, position, context).map(({ range, kind }) => {
      return `${kind === 3 ? 'defines' : 'uses'} ${place({ uri: document.uri, range })}`;
    }),
  };
}

describe('going from name to name', () => {
  it('leads from an execution to what it acts on', () => {
    const found = from(
      `${stage}executions = [\n  { execution.type = "DeployStack", execution.params.stack = "w|eb" },\n  { execution.type = "BatchDeployStack", execution.params.pattern = "x, web" },\n]`,
    );
    assert.deepEqual(found.definitions, ['there:2 web']);
    assert.deepEqual(found.references, ['here:6 web', 'here:7 web']);
    assert.equal(found.all, 3);
    assert.deepEqual(found.highlights, ['uses here:6 web', 'uses here:7 web']);
  });

  it('leads from a definition to what uses it', () => {
    const found = from('[[server]]\nname = "s|1"\n[[repo]]\nname = "r"\nconfig.server_id = "s1"\n');
    assert.deepEqual(found.definitions, ['here:2 s1']);
    assert.deepEqual(found.references, ['here:5 s1', 'there:4 s1']);
    assert.deepEqual(found.highlights, ['defines here:2 s1', 'uses here:5 s1']);
  });

  it('leads from the resources of a sync, which are of the type beside them', () => {
    const sync = (type: string) =>
      `${stage}executions = [\n  { execution.type = "RunSync", execution.params = { sync = "s", resource_type = "${type}", resources = ["w|eb"] } },\n]`;
    assert.deepEqual(from(sync('Stack')).definitions, ['there:2 web']);
    assert.deepEqual(from(sync('Deployment')).definitions, []);
    assert.deepEqual(
      from('[[stack]]\nname = "w|eb"\n', sync('Stack').replace('|', '')).references,
      ['there:6 web'],
    );
  });

  it('leads from the id that Core has for it', () => {
    const id = '68f0000000000000000000b3';
    const core = { ...coreWith({}), resources: { stack: [{ name: 'web', id }] } };
    const byId = `${stage}executions = [{ execution.type = "DeployStack", execution.params.stack = "|${id}" }]`;
    assert.deepEqual(from(byId, stacks, { core }).definitions, ['there:2 web']);
    assert.deepEqual(from(byId).definitions, []);
  });

  it('leads to and from scripts', () => {
    const action = (script: string) =>
      `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;
    assert.deepEqual(
      from(action('await komodo.execute("DeployStack", { stack: "w|eb" });')).definitions,
      ['there:2 web'],
    );
    assert.deepEqual(
      from('[[stack]]\nname = "w|eb"\n', action("komodo.read('GetStack', { stack: 'web' })"))
        .references,
      ['there:5 web'],
    );
  });

  it('leads to and from Variables', () => {
    const variable = '[[variable]]\nname = "TOKEN"\nvalue = "x"\n';
    const found = from('[[stack]]\nname = "a"\nconfig.environment = "A = [[TO|KEN]]"', variable);
    assert.deepEqual(found.definitions, ['there:2 TOKEN']);
    assert.deepEqual(found.references, ['here:3 TOKEN']);
  });

  it('leads from a wildcard or regex to all that it picks', () => {
    const pattern = (text: string) =>
      `${stage}executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = '${text}' }]`;
    const defined =
      '[[stack]]\nname = "web-1"\n[[stack]]\nname = "web-2"\n[[stack]]\nname = "db"\n';
    assert.deepEqual(from(pattern('db, web|-*'), defined).definitions, [
      'there:2 web-1',
      'there:4 web-2',
    ]);
    assert.deepEqual(from(pattern(String.raw`\^d|b$\ `), defined).definitions, ['there:6 db']);
  });

  it('knows kinds from one another', () => {
    assert.deepEqual(from('[[server]]\nname = "w|eb"\n').references, []);
    assert.deepEqual(from('[[stack]]\nname = "x"\nafter = ["d|b"]').definitions, ['there:7 db']);
  });

  it('takes a name that can be of two kinds for what Core finds first', () => {
    const both = '[[stack]]\nname = "db"\n[[deployment]]\nname = "db"\n';
    assert.deepEqual(from('[[stack]]\nname = "x"\nafter = ["d|b"]', both).definitions, [
      'there:4 db',
    ]);
    const core = coreWith({ deployment: ['db'] });
    const stack = '[[stack]]\nname = "db"\n';
    const marked = '[[stack]]\nname = "x"\nafter = ["d|b"]';
    assert.deepEqual(from(marked, stack, { core }).definitions, []);
    assert.deepEqual(from(marked, '').references, ['here:3 db']);
  });

  it('leads from a tag to itself, and to all that have it', () => {
    const found = from('[[stack]]\nname = "x"\ntags = ["pr|od"]', '[[repo]]\ntags = ["prod"]');
    assert.deepEqual(found.definitions, ['here:3 prod']);
    assert.deepEqual(found.references, ['here:3 prod', 'there:2 prod']);
  });

  it('leads nowhere from what is no name', () => {
    assert.deepEqual(from('[[stack]]\nname = "x"\ndescription = "w|eb"').definitions, []);
  });
});

import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf, textIn } from '../testing/text.ts';
import { allUses, namesIn, namesOnDisk, type FileNames } from './names.ts';

const text = `[[procedure]]
name = "deploy"
tags = ["nightly"]
[[procedure.config.stage]]
name = "One"
executions = [
  { execution.type = "RunSync", execution.params.sync = "main" },
  { execution.type = "DeployStack", execution.params = { stack = 'web' } },
  { execution.type = "PruneImages", execution.params.server = "s1" },
  { execution.type = "BatchDeployStack", execution.params.pattern = "web-*, cache" },
]

[[stack]]
name = "web"
after = ["db"]
[stack.config]
server = "s1"
linked_repo = "compose"
environment = """
TOKEN = [[API_TOKEN]]
"""

[[deployment]]
name = "app"
template = true
[deployment.config]
image.type = "Build"
image.params.build = "app-image"

[[alerter]]
name = "chat"
[alerter.config]
resources = [{ type = "ResourceSync", id = "main" }]

[[user_group]]
name = "devs"
permissions = [{ target.type = "Stack", target.id = "\\\\^web-.+$\\\\", level = "Read" }]

[[builder]]
name = "b"
[builder.config]
type = "Server"
params.server_id = "s1"

[[variable]]
name = "API_TOKEN"
value = "x"

[[action]]
name = "restart"
[action.config]
file_contents = """
for (const stack of ["web"])
  await komodo.execute("RestartStack", { stack, services: [] });
await komodo.execute("RunBuild", { build: "app-image" });
"""
`;

describe('names in a file', () => {
  const document = documentOf(text);
  const names = namesIn(document, schemaFor());
  const { definitions, patternItems, literals } = names;
  const uses = allUses(names);

  it('are those of its resources', () => {
    assert.deepEqual(
      definitions.map(({ kind, name }) => `${kind} ${name}`),
      [
        'procedure deploy',
        'stack web',
        'deployment app',
        'alerter chat',
        'user_group devs',
        'builder b',
        'variable API_TOKEN',
        'action restart',
      ],
    );
    const [deploy, web, app] = definitions;
    assert.deepEqual(deploy!.facts.tags, ['nightly']);
    assert.equal(textIn(document, web!.range), 'web');
    assert.deepEqual([web!.facts.template, app!.facts.template], [false, true]);
  });

  it('and those that it speaks of', () => {
    assert.deepEqual(
      uses.map(({ kinds, name }) => `${kinds.join('|')} ${name}`),
      [
        'tag nightly',
        'resource_sync main',
        'stack web',
        'server s1',
        'stack cache',
        'deployment|stack db',
        'server s1',
        'repo compose',
        'variable API_TOKEN',
        'build app-image',
        'resource_sync main',
        'server s1',
        'build app-image',
      ],
    );
    for (const use of uses) assert.equal(textIn(document, use.range), use.name);
  });

  it('also by patterns, and perhaps in scripts', () => {
    assert.deepEqual(
      patternItems.map(({ kind, range }) => `${kind} ${textIn(document, range)}`),
      ['stack web-*', 'stack cache', 'stack \\\\^web-.+$\\\\'],
    );
    assert.deepEqual(
      literals.map(({ range }) => textIn(document, range)),
      ['web', 'RestartStack', 'RunBuild'],
    );
  });

  it('know the block that they stand in', () => {
    const use = uses.find(({ name }) => name === 'cache');
    assert.equal(use?.by, definitions[0]!.facts);
  });

  it('are the same in a file that nobody has open', () => {
    const plain = (file: FileNames) => {
      const all = { ...file, useGroups: allUses(file) };
      return JSON.parse(JSON.stringify(all)) as unknown;
    };
    assert.deepEqual(plain(namesOnDisk(document, schemaFor())), plain(names));
  });
});

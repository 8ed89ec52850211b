import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf, textIn } from '../testing/text.ts';
import { namesIn } from './names.ts';

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
`;

describe('names in a file', () => {
  const document = documentOf(text);
  const { definitions, uses } = namesIn(document, schemaFor());

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
      ],
    );
    const [deploy, web, app] = definitions;
    assert.deepEqual(deploy!.facts.tags, ['nightly']);
    assert.equal(textIn(document, web!.range), 'web');
    assert.deepEqual([web!.facts.template, app!.facts.template], [false, true]);
  });

  it('and those that it speaks of', () => {
    assert.deepEqual(
      uses.map(({ kind, name }) => `${kind} ${name}`),
      [
        'tag nightly',
        'resource_sync main',
        'stack web',
        'server s1',
        'stack cache',
        'stack db',
        'deployment db',
        'server s1',
        'repo compose',
        'variable API_TOKEN',
        'build app-image',
        'resource_sync main',
        'server s1',
      ],
    );
    for (const use of uses) assert.equal(textIn(document, use.range), use.name);
  });
});

import assert from 'node:assert/strict';
import { readResources } from '../resources/index.ts';
import { dataOf, parse } from '../toml/index.ts';
import { definitionOfCore } from './definition.ts';
import { definitionOfResource } from './from-resource.ts';

const stages = [
  {
    name: 'Deploy',
    enabled: true,
    executions: [
      { type: 'DeployStack', params: { stack: 'web', services: ['api'] }, enabled: true },
      { type: 'Sleep', params: { duration_ms: 100 }, enabled: false },
    ],
  },
  { name: 'Off', enabled: false, executions: [] },
];

describe('the definition of a Procedure', () => {
  it('is read from what Core answers', () => {
    const [deploy, off] = stages;
    const answer = {
      _id: { $oid: '6b02cdc9' },
      name: 'nightly',
      config: {
        stages: [
          {
            ...deploy,
            executions: deploy!.executions.map(({ type, params, enabled }) => ({
              execution: { type, params },
              enabled,
            })),
          },
          off,
        ],
      },
    };
    assert.deepEqual(definitionOfCore(answer), { name: 'nightly', id: '6b02cdc9', stages });
  });

  it('is empty where Core answers something else', () => {
    const empty = { name: '', stages: [] };
    for (const answer of [null, 'x', [], { config: { stages: 5 } }])
      assert.deepEqual(definitionOfCore(answer), empty);
  });

  it('is read from a resource file', () => {
    const text = `
[[procedure]]
name = "nightly"
[[procedure.config.stage]]
name = "Deploy"
executions = [
  { execution.type = "DeployStack", execution.params.stack = "web", execution.params.services = ["api"] },
  { execution.type = "Sleep", execution.params = { duration_ms = 100 }, enabled = false },
]
[[procedure.config.stage]]
name = "Off"
enabled = false
`;
    const [block] = readResources(dataOf(parse(text))).resources;
    assert.deepEqual(definitionOfResource(block!), { name: 'nightly', stages });
  });
});

import assert from 'node:assert/strict';
import { similarNames } from './similarNames.ts';

const names = [
  'server',
  'swarm',
  'tags',
  'auto_update',
  'auto_pull',
  'DeployStack',
  'DestroyStack',
  'Sleep',
];

describe('similar names', () => {
  const examples = [
    ['sever', ['server']],
    ['srever', ['server']],
    ['autoUpdate', ['auto_update']],
    ['deploy-stack', ['DeployStack']],
    ['DeployStacks', ['DeployStack']],
    ['swam', ['swarm']],
    ['stats', []],
    ['zebra', []],
    ['x', []],
    ['', []],
  ] as const;
  for (const [name, found] of examples) {
    it(`of ${name || 'nothing'} are ${found.join(', ') || 'none'}`, () => {
      assert.deepEqual(similarNames(name, names), found);
    });
  }
});

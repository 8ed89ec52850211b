import assert from 'node:assert/strict';
import { StoredIndex } from './storedIndex.ts';

const execution = { type: 'RunSync', params: { sync: 'infra' } };
const stages = [{ name: 'Sync', enabled: true, executions: [{ execution, enabled: true }] }];
const stored = { description: '', tags: [], template: false };
const index = new StoredIndex('komodo.lan', [
  { kind: 'procedure', name: 'release', ...stored, config: { stages } },
  { kind: 'stack', name: 'web', ...stored, config: {} },
]);

describe('what a Core has stored', () => {
  it('is found by kind and name', () => {
    assert.equal(index.find('stack', 'web')?.name, 'web');
    assert.equal(index.find('stack', 'release'), undefined);
  });

  it('tells what a Procedure runs, as the same object each time', () => {
    const release = index.procedureNamed('release');
    assert.deepEqual(release, {
      name: 'release',
      stages: [{ name: 'Sync', enabled: true, executions: [{ ...execution, enabled: true }] }],
    });
    assert.equal(index.procedureNamed('release'), release);
    assert.equal(index.procedureNamed('web'), undefined);
  });
});

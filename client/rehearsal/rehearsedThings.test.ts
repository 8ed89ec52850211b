import assert from 'node:assert/strict';
import type { WouldChange } from '../../actions/index.ts';
import { thingsOf } from './rehearsedThings.ts';

const update = (field: string, old: unknown, value: unknown): WouldChange => ({
  route: 'write',
  type: 'UpdateBuild',
  params: {},
  target: 'web',
  changed: old === value ? [] : [{ field, old, new: value }],
  resource: { kind: 'Build', name: 'web', before: { [field]: old }, after: { [field]: value } },
});

describe('what a rehearsed script would have changed', () => {
  it('is put together by resource, from its first state to its last', () => {
    const run: WouldChange = {
      route: 'execute',
      type: 'RunBuild',
      params: { build: 'web' },
      target: 'web',
      changed: [],
    };
    const things = thingsOf([update('branch', 'main', 'dev'), run, update('branch', 'dev', 'x')]);
    assert.deepEqual(
      things.map(({ title, requests, canCompare }) => [title, requests.length, canCompare]),
      [
        ['Build web', 2, true],
        ['RunBuild web', 1, false],
      ],
    );
    assert.deepEqual(things[0]!.requests[0]!.lines, [
      { sign: '-', text: 'branch = "main"' },
      { sign: '+', text: 'branch = "dev"' },
    ]);
    assert.deepEqual(things[0]!.resource, {
      kind: 'Build',
      name: 'web',
      before: { branch: 'main' },
      after: { branch: 'x' },
    });
    assert.equal(things[1]!.requests[0]!.note, 'would be executed');
  });

  it('says where a write would leave all as it is', () => {
    const [thing] = thingsOf([update('branch', 'main', 'main')]);
    assert.equal(thing!.requests[0]!.note, 'nothing would be another');
  });

  it('knows what is created, and what only Core could tell', () => {
    const create: WouldChange = {
      route: 'write',
      type: 'CreateVariable',
      params: { name: 'A', value: '1' },
      target: 'A',
      changed: [],
      resource: { kind: 'Variable', name: 'A', before: undefined, after: { value: '1' } },
    };
    const { resource, ...unknown } = { ...create, type: 'DeleteTag' };
    assert.ok(resource);
    const things = thingsOf([create, unknown]);
    assert.deepEqual(things[0]!.requests[0]!.lines, [{ sign: '+', text: 'value = "1"' }]);
    assert.deepEqual(things[1]!.requests[0]!.note, '{"name":"A","value":"1"}');
  });
});

import assert from 'node:assert/strict';
import type { WouldChange } from '../../actions/index.ts';
import { thingsOf } from './rehearsedThings.ts';

const update = (field: string, old: unknown, value: unknown): WouldChange => ({
  route: 'write',
  type: 'UpdateBuild',
  params: {},
  target: 'web',
  changed: old === value ? [] : [{ field, old, new: value }],
  resource: {
    ...{ kind: 'Build', id: '1', name: 'web' },
    before: { name: 'web', config: { [field]: old } },
    after: { name: 'web', config: { [field]: value } },
  },
});

describe('what a rehearsed script would have changed', () => {
  it('is put together by resource, from its first state to its last', () => {
    const run: WouldChange = {
      route: 'execute',
      type: 'RunBuild',
      params: { build: 'web' },
      target: 'web',
      changed: [],
      note: 'would be executed',
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
      ...{ kind: 'Build', id: '1', name: 'web' },
      before: { name: 'web', config: { branch: 'main' } },
      after: { name: 'web', config: { branch: 'x' } },
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
      changed: [{ field: 'value', old: undefined, new: '1' }],
      note: 'would be created',
      resource: { kind: 'Variable', id: 'A', name: 'A', before: undefined, after: { value: '1' } },
    };
    const { params } = create;
    const things = thingsOf([
      create,
      { route: 'write', type: 'DeleteUser', target: 'A', params, changed: [] },
    ]);
    assert.deepEqual(things[0]!.requests[0]!.lines, [{ sign: '+', text: 'value = "1"' }]);
    assert.deepEqual(things[1]!.requests[0]!.note, '{"name":"A","value":"1"}');
  });

  it('is one thing, whatever it would be called, until it would be gone', () => {
    const state = (name: string) => ({ name, config: {} });
    const about = { kind: 'Build', id: '1', name: 'web', before: state('web') };
    const rename: WouldChange = {
      ...{ route: 'write', type: 'RenameBuild', params: {}, target: 'web' },
      changed: [{ field: 'name', old: 'web', new: 'site' }],
      resource: { ...about, after: state('site') },
    };
    const remove: WouldChange = {
      ...{ route: 'write', type: 'DeleteBuild', params: {}, target: 'site', changed: [] },
      note: 'would be deleted',
      resource: { ...about, name: 'site', before: state('site'), after: undefined },
    };
    assert.deepEqual(
      thingsOf([rename]).map(({ title }) => title),
      ['Build web → site'],
    );
    const [thing, ...others] = thingsOf([rename, remove]);
    assert.deepEqual([thing!.title, thing!.canCompare, others], ['Build web', true, []]);
    assert.deepEqual(thing!.requests[1], {
      type: 'DeleteBuild',
      lines: [],
      note: 'would be deleted',
    });
    assert.deepEqual(thing!.resource, { ...about, after: undefined });
  });
});

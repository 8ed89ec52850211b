import assert from 'node:assert/strict';
import { runOf } from '../komodo/runs/index.ts';
import type { CoreUpdate, Run } from '../komodo/runs/index.ts';
import { outline, recording, runIdsOf, updatesAt } from '../komodo/runs/testing/recording.ts';
import type { Client } from './client.ts';
import { CoreError } from './coreError.ts';
import { openUpdates } from './liveUpdates.ts';
import type { LiveUpdates } from './liveUpdates.ts';
import { ManualClock } from './testing/manualClock.ts';
import { failure, recordedStates, TestCore } from './testing/testCore.ts';
import { until } from './testing/until.ts';
import { watchRun } from './watchRun.ts';

describe('following a run', () => {
  let core: TestCore;
  let clock: ManualClock;
  let client: Client;
  let live: LiveUpdates;
  let stop: AbortController;
  let trees: Run[];

  beforeEach(async () => {
    core = await new TestCore().start();
    clock = new ManualClock();
    client = core.client({ clock });
    live = openUpdates(client);
    stop = new AbortController();
    trees = [];
    core.reply('GetProcedure', failure(500, 'Did not find any Procedure'));
    await until(() => live.state.status === 'live');
  });
  afterEach(async () => {
    stop.abort();
    live.close();
    await core.stop();
  });

  const watch = (id: string): Promise<Run> =>
    watchRun(client, live, id, (run) => trees.push(run), stop.signal);
  const rootOf = (scenario: string, procedure: string): string =>
    runIdsOf(recording(scenario), procedure)[0]!;
  const readOf = (update: CoreUpdate) => (): boolean =>
    core.requests.some(({ params }) => params.id === update._id!.$oid);
  /** What the recording's last states make, without a server between. */
  const expected = (scenario: string, id: string): Run =>
    runOf(updatesAt(recording(scenario)), id)!;

  it('shows a nested run as it goes on [procedure-nested]', async () => {
    const id = rootOf('procedure-nested', 'p-outer');
    const [first, ...rest] = recordedStates('procedure-nested');
    core.put(first!);
    const end = watch(id);
    for (const state of rest) {
      const before = core.count('GetUpdate');
      core.put(state);
      await until(() => core.count('GetUpdate') > before);
    }
    assert.deepEqual(await end, expected('procedure-nested', id));
    assert.deepEqual(trees.at(-1), await end);
    assert.equal(trees[0]!.status, 'running');
    assert.ok(
      trees.some(
        (run) =>
          run.status === 'running' && outline(run).join().includes('running RunProcedure p-inner'),
      ),
    );
    for (const [i, run] of trees.entries()) assert.notDeepEqual(run, trees[i - 1]);
  });

  for (const [scenario, procedure] of [
    ['procedure-fail-child', 'p-grandparent-of-bad'],
    ['procedure-busy', 'p-action-twice'],
    ['procedure-batch', 'x-batch-wildcard'],
    ['procedure-cycle-of-three', 'p-cy-a'],
    ['procedure-cancel', 'p-cancel-parent'],
  ] as const)
    it(`comes to the same end when frames rush by [${scenario}]`, async () => {
      const id = rootOf(scenario, procedure);
      const states = recordedStates(scenario);
      const begin = states.findIndex((state) => state._id!.$oid === id);
      for (const state of states.slice(0, begin + 1)) core.put(state);
      const end = watch(id);
      for (const state of states.slice(begin + 1)) core.put(state);
      assert.deepEqual(await end, expected(scenario, id));
    });

  it('has one request under way for an Update, and asks once more for what came meanwhile', async () => {
    const id = rootOf('procedure-two-stages-parallel', 'p-two');
    const states = recordedStates('procedure-two-stages-parallel');
    let underWay = 0;
    const release: (() => void)[] = [];
    core.reply('GetUpdate', (response) => {
      assert.equal(++underWay, 1);
      const body = JSON.stringify(core.updates.get(id));
      release.push(() => {
        underWay--;
        response.setHeader('content-type', 'application/json');
        response.end(body);
      });
    });
    core.put(states[0]!);
    const end = watch(id);
    await until(() => release.length === 1);
    for (const state of states) core.put(state);
    // Their frames are here once another Update's is.
    const last = recordedStates('procedure-one-sleep')[0]!;
    const arrived = new Promise<void>((resolve) =>
      live.subscribe({ onFrame: ({ id }) => id === last._id!.$oid && resolve() }),
    );
    core.put(last);
    await arrived;
    release[0]!();
    await until(() => release.length === 2);
    release[1]!();
    assert.deepEqual(await end, expected('procedure-two-stages-parallel', id));
    assert.equal(release.length, 2);
  });

  it('asks each second when no frames come', async () => {
    live.close();
    const id = rootOf('procedure-nested', 'p-outer');
    const states = recordedStates('procedure-nested');
    core.put(states[0]!);
    const end = watch(id);
    for (const state of states.slice(1)) {
      core.put(state);
      const before = core.count('GetUpdate');
      await until(() => {
        clock.advance(1000);
        return core.count('GetUpdate') > before;
      });
    }
    assert.deepEqual(await end, expected('procedure-nested', id));
    assert.ok(trees.some(({ status }) => status === 'running'));
  });

  it('misses nothing when the socket drops mid-run', async () => {
    const id = rootOf('procedure-nested', 'p-outer');
    const states = recordedStates('procedure-nested');
    const half = Math.floor(states.length / 2);
    core.put(states[0]!);
    const end = watch(id);
    for (const state of states.slice(1, half)) core.put(state);
    await until(() => trees.length > 0);
    core.dropSockets();
    await until(() => live.state.status !== 'live');
    core.frames = false;
    for (const state of states.slice(half)) core.put(state);
    clock.advance(1000);
    assert.deepEqual(await end, expected('procedure-nested', id));
  });

  it('asks at once when frames stop coming', async () => {
    const [first] = recordedStates('procedure-nested');
    core.put(first!);
    watch(rootOf('procedure-nested', 'p-outer')).catch(() => undefined);
    await until(() => trees.length > 0);
    const before = core.count('GetUpdate');
    core.dropSockets();
    await until(() => core.count('GetUpdate') > before);
  });

  it('outlives a restart of Core, and says that the run did not [restart]', async () => {
    const bodies = recording('restart').steps.flatMap(({ response, request }) =>
      request?.path === '/read/GetUpdate' ? [response!.body as CoreUpdate] : [],
    );
    const [before, after] = bodies;
    core.put(before!);
    const end = watch(before!._id!.$oid);
    await until(() => trees.length > 0);
    await core.stop();
    await until(() => live.state.status !== 'live');
    core.updates.set(after!._id!.$oid, after!);
    await core.start();
    const advance = setInterval(() => clock.advance(500), 5);
    const run = await end;
    clearInterval(advance);
    assert.deepEqual([run.status, run.interrupted], ['failed', true]);
    assert.equal(trees[0]!.status, 'running');
  });

  it('reads a run that is long over, children included', async () => {
    const id = rootOf('procedure-fail-child', 'p-grandparent-of-bad');
    core.frames = false;
    for (const state of recordedStates('procedure-fail-child')) core.put(state);
    assert.deepEqual(await watch(id), expected('procedure-fail-child', id));
  });

  it('reads no Updates that are of other runs', async () => {
    const id = rootOf('procedure-nested', 'p-outer');
    const others = recordedStates('procedure-batch').map((state) => ({
      ...state,
      start_ts: Date.now(),
    }));
    core.put(recordedStates('procedure-nested')[0]!);
    const end = watch(id);
    for (const state of [...others, ...recordedStates('procedure-nested')]) core.put(state);
    await end;
    const asked = core.requests.flatMap(({ type, params }) =>
      type === 'GetUpdate' ? [params.id] : [],
    );
    assert.deepEqual(
      new Set(asked),
      new Set(updatesAt(recording('procedure-nested')).map(({ _id }) => _id!.$oid)),
    );
  });

  it('shows the stages to come, from the Procedure itself', async () => {
    const id = rootOf('procedure-disabled', 'p-disabled');
    const config = recording('procedure-disabled').setup.find(
      ({ request }) => request!.body!.name === 'p-disabled',
    )!;
    core.reply('GetProcedure', { body: config.response!.body });
    const states = recordedStates('procedure-disabled');
    core.put(states[0]!);
    const end = watch(id);
    await until(() => (trees.at(-1)?.stages.length ?? 0) === 4);
    assert.deepEqual(
      trees
        .at(-1)!
        .stages.map(({ status }) => status)
        .slice(1),
      ['skipped', 'waiting', 'waiting'],
    );
    for (const state of states) core.put(state);
    assert.deepEqual(
      (await end).stages.map(({ status }) => status),
      ['ok', 'skipped', 'ok', 'ok'],
    );
  });

  it('waits when Core refuses the address for a while', async () => {
    const states = recordedStates('procedure-one-sleep');
    core.put(states.at(-1)!);
    core.reply('GetUpdate', failure(429, 'Too many attempts | Try again in 14s'));
    const end = watch(states[0]!._id!.$oid);
    await until(() => core.count('GetUpdate') === 1);
    core.reply('GetUpdate', undefined);
    const advance = setInterval(() => clock.advance(1000), 5);
    assert.equal((await end).status, 'ok');
    clearInterval(advance);
    assert.ok(clock.now() >= 1_800_000_014_000);
  });

  it('outlives a Core that hangs, and a proxy that shows its own page', async () => {
    const states = recordedStates('procedure-one-sleep');
    const id = states[0]!._id!.$oid;
    core.put(states[0]!);
    const end = watch(id);
    await until(() => trees.length > 0);
    const replies: Parameters<TestCore['reply']>[1][] = [
      () => undefined,
      { status: 404, body: '404 page not found' },
      { headers: { 'content-type': 'text/html' }, body: '<!doctype html>' },
    ];
    for (const reply of replies) {
      core.reply('GetUpdate', reply);
      const before = core.count('GetUpdate');
      core.put(states[1]!);
      await until(() => {
        clock.advance(1000);
        return core.count('GetUpdate') > before;
      });
    }
    core.reply('GetUpdate', undefined);
    core.put(states.at(-1)!);
    const advance = setInterval(() => clock.advance(1000), 5);
    assert.deepEqual(await end, expected('procedure-one-sleep', id));
    clearInterval(advance);
  });

  it('says since when Core does not answer, and when it does again', async () => {
    const states = recordedStates('procedure-one-sleep');
    core.put(states[0]!);
    const told: (number | undefined)[] = [];
    const id = states[0]!._id!.$oid;
    const onSilence = (since: number | undefined) => told.push(since);
    core.reply('GetUpdate', () => undefined);
    const since = clock.now();
    const end = watchRun(client, live, id, () => undefined, stop.signal, { onSilence });
    clock.advance(4999);
    assert.deepEqual(told, []);
    clock.advance(1);
    assert.deepEqual(told, [since]);
    core.reply('GetUpdate', undefined);
    core.put(states.at(-1)!);
    const advance = setInterval(() => clock.advance(1000), 5);
    await end;
    clearInterval(advance);
    assert.deepEqual(told, [since, undefined]);
  });

  it('goes on without a child that the user may not see', async () => {
    const id = rootOf('procedure-nested', 'p-outer');
    for (const state of recordedStates('procedure-nested')) core.put(state);
    core.reply('GetUpdate', (response, { params }) => {
      const allowed = params.id === id;
      response.writeHead(allowed ? 200 : 500);
      const refusal = {
        error: 'User does not have required permissions on this Procedure.',
        trace: [],
      };
      response.end(JSON.stringify(allowed ? core.updates.get(id) : refusal));
    });
    const run = await watch(id);
    assert.equal(run.status, 'ok');
    assert.equal(run.stages[0]!.executions[0]!.child!.status, 'ok');
    assert.deepEqual(run.stages[0]!.executions[0]!.child!.logs, []);
  });

  it('says why a run cannot be followed', async () => {
    await assert.rejects(watch('0123456789abcdef01234567'), { kind: 'not-found' });
    core.reply('GetUpdate', failure(401, 'Invalid user credentials'));
    await assert.rejects(watch('0123456789abcdef01234567'), { kind: 'unauthorized' });
  });

  it('stops when nobody wants to know any more', async () => {
    const [first, ...rest] = recordedStates('procedure-nested');
    core.put(first!);
    const end = watch(first!._id!.$oid);
    await until(readOf(first!));
    stop.abort();
    await assert.rejects(end, (error) => error instanceof CoreError && error.kind === 'aborted');
    const asked = core.requests.length;
    for (const state of rest) core.put(state);
    clock.advance(60_000);
    await client.read('GetVersion', {});
    assert.equal(core.count('GetVersion'), 1);
    assert.ok(core.requests.length <= asked + 3, 'nothing but what was on its way');
    await assert.rejects(watch(first!._id!.$oid), { kind: 'aborted' });
  });

  it('passes on what its caller throws', async () => {
    core.put(recordedStates('procedure-one-sleep')[0]!);
    const id = recordedStates('procedure-one-sleep')[0]!._id!.$oid;
    const failing = watchRun(
      client,
      live,
      id,
      () => {
        throw new RangeError('mine');
      },
      stop.signal,
    );
    await assert.rejects(failing, RangeError);
  });
});

import assert from 'node:assert/strict';
import type { Types } from 'komodo_client';
import { recording } from '../komodo/runs/testing/recording.ts';
import { backoff } from './backoff.ts';
import type { ClientOptions } from './client.ts';
import { openUpdates } from './liveUpdates.ts';
import type { LiveState, LiveUpdates } from './liveUpdates.ts';
import { ManualClock } from './testing/manualClock.ts';
import { credential, recordedStates, TestCore } from './testing/testCore.ts';
import { until } from './testing/until.ts';

describe('live updates', () => {
  let core: TestCore;
  let clock: ManualClock;
  let live: LiveUpdates;
  let states: LiveState[];
  let frames: Types.UpdateListItem[];

  beforeEach(async () => {
    core = await new TestCore().start();
    clock = new ManualClock();
    states = [];
    frames = [];
  });
  afterEach(async () => {
    live.close();
    await core.stop();
  });

  function open(options: Partial<ClientOptions> = {}): void {
    live = openUpdates(
      core.client({ clock, ...options }),
      { onFrame: (frame) => frames.push(frame), onState: (state) => states.push(state) },
      { random: () => 1 },
    );
  }
  const isLive = (): boolean => live.state.status === 'live';
  const words = (): string[] =>
    states.map((state) =>
      [state.status, 'error' in state && state.error?.kind].filter(Boolean).join(' '),
    );

  it('logs in with the API key and hands on frames', async () => {
    const logins: string[] = [];
    core.login = (message) => (logins.push(message), 'LOGGED_IN');
    open();
    await until(isLive);
    core.put(recordedStates('procedure-one-sleep')[0]!);
    await until(() => frames.length === 1);
    assert.equal(frames[0]!.operation, 'RunProcedure');
    assert.deepEqual(
      logins.map((login) => JSON.parse(login) as unknown),
      [{ type: 'ApiKeys', params: credential }],
    );
  });

  it('hands on every recorded frame and nothing else', async () => {
    open();
    await until(isLive);
    const recorded = recording('procedure-nested').ws.flatMap(({ frame }) =>
      frame === 'LOGGED_IN' ? [] : [frame],
    );
    for (const text of ['{', 'null', '[]', '{"id":1}', 'hello']) core.send(text);
    for (const frame of recorded) core.send(JSON.stringify(frame));
    await until(() => frames.length === recorded.length);
    assert.deepEqual(frames, recorded);
    assert.ok(isLive());
  });

  it('tells several subscribers, until they have enough', async () => {
    open();
    const seen: string[] = [];
    const unsubscribe = live.subscribe({ onFrame: ({ status }) => seen.push(status) });
    await until(isLive);
    const [first, second] = recordedStates('procedure-one-sleep');
    core.put(first!);
    await until(() => frames.length === 1);
    unsubscribe();
    core.put(second!);
    await until(() => frames.length === 2);
    assert.deepEqual(seen, ['InProgress']);
  });

  it('comes back after a connection without a close frame, waiting longer each time', async () => {
    open();
    await until(isLive);
    core.dropSockets();
    await until(() => !isLive());
    const first = live.state as Extract<LiveState, { status: 'connecting' }>;
    assert.deepEqual([first.error!.kind, first.retryAt! - clock.now()], ['dropped', 1000]);
    await core.stop();
    clock.advance(1000);
    await until(() => states.at(-1)!.status === 'connecting' && 'retryAt' in states.at(-1)!);
    const second = live.state as Extract<LiveState, { status: 'connecting' }>;
    assert.deepEqual([second.error!.kind, second.retryAt! - clock.now()], ['refused', 2000]);
    await core.start();
    clock.advance(2000);
    await until(isLive);
    assert.deepEqual(words(), [
      'live',
      'connecting dropped',
      'connecting dropped',
      'connecting refused',
      'connecting refused',
      'live',
    ]);
  });

  it('waits between half and all of a doubled time, half a minute at most', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((failures) => backoff(failures, 1)),
      [1000, 2000, 4000, 8000],
    );
    assert.deepEqual(
      [backoff(0, 0), backoff(4, 0.5), backoff(5, 1), backoff(10_000, 1)],
      [500, 12_000, 30_000, 30_000],
    );
  });

  it('does not try on with a key that Core refuses, as that locks the address out', async () => {
    core.login = () =>
      '[401 Unauthorized]: Invalid user credentials | You have 4 attempts remaining';
    open();
    await until(() => live.state.status === 'stopped');
    assert.deepEqual(words(), ['stopped unauthorized']);
    clock.advance(3_600_000);
    core.login = () => 'LOGGED_IN';
    live.reconnect();
    await until(isLive);
    assert.deepEqual(words(), ['stopped unauthorized', 'connecting', 'live']);
  });

  it('waits as long as Core says when it is locked out', async () => {
    core.login = () => '[429 Too Many Requests]: Too many attempts | Try again in 15s';
    open();
    await until(() => states.length > 0);
    const state = live.state as Extract<LiveState, { status: 'connecting' }>;
    assert.deepEqual([state.error!.kind, state.retryAt! - clock.now()], ['rate-limited', 15_000]);
  });

  it('notices a connection that died without a sign', async () => {
    open();
    await until(isLive);
    core.pongs = false;
    clock.advance(40_000);
    assert.ok(isLive());
    clock.advance(15_000);
    assert.equal(live.state.status, 'connecting');
    assert.equal(words().at(-1), 'connecting timeout');
  });

  it('keeps a quiet connection that answers pings', async () => {
    open();
    await until(isLive);
    for (let round = 0; round < 5; round++) {
      let pings = 0;
      for (const socket of core.sockets) socket.once('ping', () => pings++);
      clock.advance(40_000);
      await until(() => pings === 1);
      // The frame comes behind the pong, so that has arrived too.
      core.put(recordedStates('procedure-one-sleep')[0]!);
      await until(() => frames.length === round + 1);
    }
    assert.deepEqual(words(), ['live']);
  });

  it('gives up on a server that never answers the login, or answers nonsense', async () => {
    core.login = () => undefined;
    open();
    await until(() => core.sockets.size === 1);
    clock.advance(15_000);
    assert.equal(words().at(-1), 'connecting timeout');
    core.login = () => 'Welcome!';
    live.reconnect();
    await until(() => words().at(-1) === 'connecting not-komodo');
  });

  it('says that a proxy may keep WebSockets out', async () => {
    open({ url: `${core.url}/elsewhere` });
    await until(() => states.length > 0);
    assert.deepEqual(words(), ['connecting unavailable']);
  });

  it('is still once closed', async () => {
    open();
    await until(isLive);
    live.close();
    core.dropSockets();
    clock.advance(60_000);
    live.reconnect();
    assert.deepEqual(words(), ['live', 'stopped']);
  });
});

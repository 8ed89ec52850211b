import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver';
import { NoAnswer, ScriptWorker } from './worker.ts';

describe('the thread of TypeScript', () => {
  let folder: string;
  let worker: ScriptWorker | undefined;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'komodo-actions-'));
  });
  afterEach(() => worker?.end());
  after(() => rmSync(folder, { recursive: true }));

  /** A worker whose thread does this with each question but the first, which warms it up. */
  function workerWith(
    onQuestion: string,
    times = { limit: 10_000, start: 20_000, adopt: 20_000, rest: 60_000 },
  ) {
    const file = join(folder, `${Math.random()}.cjs`);
    writeFileSync(
      file,
      `const { parentPort, workerData } = require('node:worker_threads');
const cancelled = new Int32Array(workerData);
let count = 0;
parentPort.on('message', (order) => {
  const say = (outcome) => parentPort.postMessage({ id: order.id, ...outcome });
  if (order.method === 'warmUp') return say({ answer: true });
  count++;
  ${onQuestion}
});`,
    );
    return (worker = new ScriptWorker(file, times));
  }
  const hover = (offset: number) =>
    ({ method: 'hover', ask: { offset }, script: undefined, surroundings: {}, open: [] }) as const;
  const diagnose = { ...hover(0), method: 'diagnose', ask: {} } as const;
  const impatient = { limit: 1500, start: 20_000, adopt: 20_000, rest: 60_000 };
  const isCancelled = 'Atomics.load(cancelled, 0) === order.id';

  it('is started by the first question', async () => {
    const worker = workerWith('say({ answer: order.ask.offset });');
    assert.equal(worker.isRunning, false);
    assert.deepEqual(await Promise.all([worker.ask(hover(1)), worker.ask(hover(2))]), [1, 2]);
    assert.equal(worker.isRunning, true);
  });

  it('is ended and started anew when it takes too long', async () => {
    const worker = workerWith(
      'if (order.ask.offset === 1) for (;;); say({ answer: count });',
      impatient,
    );
    assert.equal(await worker.ask(hover(2), { isPatient: true }), 1);
    assert.equal(await worker.ask(hover(1)), undefined);
    assert.equal(await worker.ask(hover(2), { isPatient: true }), 1);
    await assert.rejects(
      worker.ask({ ...diagnose, ask: { offset: 1 } }, { isPatient: true }),
      NoAnswer,
    );
  });

  it('is not ended while it says that it is at work', async () => {
    const worker = workerWith(
      `if (order.ask.offset === 0) return say({ answer: count });
       for (let told = Date.now(), end = told + 3000; Date.now() < end; ) {
         if (Date.now() - told > 100) say({ isAtWork: true }), (told = Date.now());
       }
       say({ answer: count });`,
      impatient,
    );
    assert.equal(await worker.ask(hover(0), { isPatient: true }), 1);
    assert.equal(await worker.ask({ ...diagnose, ask: { offset: 1 } }, { isPatient: true }), 2);
  });

  it('is not ended where it was given no time to work in', async () => {
    const onQuestion = 'setTimeout(() => say({ answer: count }), 1000);';
    const worker = workerWith(onQuestion, { ...impatient, limit: 300 });
    assert.equal(await worker.ask(diagnose, { isPatient: true }), 1);
  });

  it('lets those wait that can, and begins with them anew', async () => {
    const worker = workerWith(
      `if (order.method === 'hover') return say({ answer: 'now' });
       if (count > 2) return say({ answer: 'later' });
       while (!(${isCancelled}));
       say({ isCancelled: true });`,
    );
    await worker.ask(hover(0));
    const later = worker.ask(diagnose, { isPatient: true });
    assert.equal(await worker.ask(hover(0)), 'now');
    assert.equal(await later, 'later');
  });

  it('gives up what nobody waits for', async () => {
    const worker = workerWith(`while (!(${isCancelled})); say({ isCancelled: true });`);
    const listeners: (() => void)[] = [];
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => listeners.push(listener),
    };
    const answer = worker.ask(hover(0), { token });
    listeners[0]!();
    assert.equal(await answer, undefined);
  });

  it('does not begin anew with what nobody waits for any more', async () => {
    const worker = workerWith(
      `if (order.method === 'hover') return say({ answer: count });
       while (!(${isCancelled}));
       say({ isCancelled: true });`,
    );
    assert.equal(await worker.ask(hover(0)), 1);
    const source = new CancellationTokenSource();
    const answer = worker.ask(diagnose, { isPatient: true, token: source.token });
    source.cancel();
    assert.equal(await answer, undefined);
    assert.equal(await worker.ask(hover(0)), 3);
    assert.equal(await worker.ask(hover(0)), 4);
  });

  it('is not started again and again where it cannot start', async () => {
    worker = new ScriptWorker(join(folder, 'none.cjs'));
    await assert.rejects(worker.ask(diagnose, { isPatient: true }), /Cannot find module/);
    assert.equal(await worker.ask(hover(0)), undefined);
    assert.equal(worker.isRunning, false);
  });

  it('says when it starts, and when it is ready', async () => {
    const worker = workerWith('say({ answer: 1 });');
    const starts: Promise<void>[] = [];
    worker.onStart = (ready) => starts.push(ready);
    await worker.ask(hover(0));
    await worker.ask(hover(0));
    assert.equal(starts.length, 1);
    await starts[0];
    const broken = new ScriptWorker(join(folder, 'none.cjs'));
    broken.onStart = (ready) => starts.push(ready);
    await broken.ask(hover(0));
    await starts[1];
  });

  it('ends when it has rested', async () => {
    const worker = workerWith('say({ answer: 1 });', {
      limit: 2000,
      start: 5000,
      adopt: 5000,
      rest: 5,
    });
    await worker.ask(hover(0));
    while (worker.isRunning) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await worker.ask(hover(0)), 1);
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endDeno, hostKeptFrom, startDeno } from './denoProcess.ts';

/** Starts a script that does not end, and says the id of its process. */
const parent = `
const { startDeno } = require('./actions/denoProcess.ts');
const child = startDeno('console.log("runs"); for (;;);', { port: 1, language: 'js' });
child.stdout.once('data', () => console.log(child.pid));
`;

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

describe('Deno as a process', function () {
  this.timeout(30_000);

  it('ends with who started it, however that ends', async () => {
    const starter = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', parent], {
      cwd: path.join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = await new Promise((resolve) => starter.stdout.once('data', resolve));
    const id = Number(String(said));
    assert.ok(isAlive(id));
    starter.kill('SIGKILL');
    while (isAlive(id)) await sleep(20);
  });

  it('says what it prints and how it ends', async () => {
    const child = startDeno('console.log("x"); Deno.exit(3);', { port: 1, language: 'js' });
    const text = child.stdout.setEncoding('utf8').toArray();
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.deepEqual([(await text).join(''), code], ['x\n', 3]);
  });

  it('ends at once', async () => {
    const child = startDeno('for (;;);', { port: 1, language: 'js' });
    const closed = new Promise((resolve) => child.once('close', resolve));
    endDeno(child);
    await closed;
  });

  it('says which host a script was kept from', () => {
    const said = 'NotCapable: Requires net access to "ntfy.sh:443", run again with';
    assert.equal(hostKeptFrom(said), 'ntfy.sh:443');
    assert.equal(hostKeptFrom('no disk'), undefined);
  });
});

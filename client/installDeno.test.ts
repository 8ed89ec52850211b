import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { denoPackage, denoVersion, installDeno, installedDeno, npmFailure } from './installDeno.ts';
import { startNpmRegistry, type NpmRegistry } from '../scripts/test/npmRegistry.mts';

describe('Deno from npm', function () {
  this.timeout(60_000);
  let registry: NpmRegistry;
  /** Of the extension; the folder of Deno is in it. */
  let storage: string;
  let folder: string;
  const environment = { ...process.env };
  beforeEach(async () => {
    registry = await startNpmRegistry(
      denoPackage,
      denoVersion,
      `#!/bin/sh\necho "deno ${denoVersion}"\n`,
    );
    storage = mkdtempSync(path.join(tmpdir(), 'komodo-test-'));
    folder = path.join(storage, 'extension', 'deno');
    process.env.npm_config_registry = registry.url;
    process.env.npm_config_cache = path.join(storage, 'cache');
  });
  afterEach(() => {
    process.env = { ...environment };
    registry.close();
    rmSync(storage, { recursive: true, force: true });
  });
  const left = () => readdirSync(path.dirname(folder));

  it('is there whole, and starts', async () => {
    const program = await installDeno(folder);
    assert.equal(execFileSync(program!, { encoding: 'utf8' }).trim(), `deno ${denoVersion}`);
    assert.equal(installedDeno(folder), program);
    assert.deepEqual(left(), ['deno']);
    assert.equal(registry.downloads, 1);
  });

  for (const [serve, told] of [
    ['another', /another hash/],
    ['half', /broke off/],
  ] as const)
    it(`leaves nothing behind where the registry sends ${serve} of it`, async () => {
      registry.serve = serve;
      await assert.rejects(installDeno(folder), told);
      assert.deepEqual(left(), []);
      assert.equal(installedDeno(folder), undefined);
    });

  it('leaves nothing behind, and says nothing, where it is cancelled', async () => {
    registry.serve = 'never';
    const cancel = new AbortController();
    const installing = installDeno(folder, cancel.signal);
    while (registry.downloads === 0) await sleep(10);
    cancel.abort();
    assert.equal(await installing, undefined);
    assert.deepEqual(left(), []);
  });

  it('takes the place of what an editor that was killed has left', async () => {
    mkdirSync(path.join(`${folder}.part`, 'node_modules', '@deno'), { recursive: true });
    assert.ok(await installDeno(folder));
    assert.deepEqual(left(), ['deno']);
  });

  it('says what keeps it from being written', async () => {
    writeFileSync(path.join(storage, 'extension'), 'a file in the place of a folder');
    await assert.rejects(installDeno(folder), /could not be downloaded\. ENOTDIR/);
  });

  it('says that there is no npm', async () => {
    process.env.PATH = storage;
    await assert.rejects(installDeno(folder), /There is no npm in PATH/);
    assert.deepEqual(left(), []);
  });

  it('does not keep what does not start', async () => {
    registry.close();
    registry = await startNpmRegistry(denoPackage, denoVersion, '#!/bin/sh\nexit 1\n');
    process.env.npm_config_registry = registry.url;
    await assert.rejects(installDeno(folder), /does not start/);
    assert.deepEqual(left(), []);
  });
});

describe('why npm failed', () => {
  const told = (...lines: string[]) =>
    npmFailure(lines.map((line) => `npm error ${line}`.trim()).join('\n'));

  it('is told in plain words', () => {
    assert.equal(
      told('code ENOSPC', 'syscall write', 'errno -28', 'nospc ENOSPC: no space left on device'),
      'There is no space left on the disk.',
    );
    assert.equal(
      told('code EACCES', 'syscall mkdir', 'path /home/me/.npm', 'errno -13', 'Your cache folder'),
      'There is no permission to write: /home/me/.npm',
    );
    assert.equal(
      told('code ENOTFOUND', 'syscall getaddrinfo', 'network request to https://… failed'),
      'The registry of npm can’t be reached: is there a network?',
    );
  });

  it('is told in npm’s own words where it is something else', () => {
    assert.equal(
      told('code EUSAGE', '', 'Something about usage.', 'And how.', 'More.', 'A complete log of'),
      'npm says: Something about usage. And how.',
    );
  });
});

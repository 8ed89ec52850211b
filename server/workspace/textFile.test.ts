import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, largestText, readTextFile } from './textFile.ts';

describe('reading a file', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komodo-text-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('gives its text, byte order mark and all', async () => {
    await writeFile(join(folder, 'a.toml'), '\uFEFFname = "ü"\n');
    assert.deepEqual(await readTextFile(join(folder, 'a.toml')), { text: '\uFEFFname = "ü"\n' });
  });

  it('says why there is none', async () => {
    await writeFile(join(folder, 'large.toml'), Buffer.alloc(largestText + 100_000));
    assert.deepEqual(await readTextFile(join(folder, 'large.toml')), {
      unreadable: 'It has 4.1 MB; files over 4 MB are not checked.',
    });
    assert.deepEqual(await readTextFile(join(folder, 'gone.toml')), {
      unreadable: "It can't be read: ENOENT.",
      isGone: true,
    });
    assert.deepEqual(await readTextFile(folder), { unreadable: "It can't be read: EISDIR." });
  });

  it('waits for nothing that may never come', async () => {
    assert.deepEqual(await readTextFile('/dev/null'), { unreadable: 'It is no regular file.' });
  });

  it('names the line that is not UTF-8', () => {
    assert.deepEqual(decode(Uint8Array.of(0x61, 0x0a, 0xff)), {
      unreadable: 'It is not UTF-8 text: line 2 holds bytes that are none.',
      isNoText: true,
    });
  });
});

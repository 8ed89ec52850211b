import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from './folder.ts';

describe('the files of the sandbox', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komodo-folder-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('are all TOML files of a folder that Core would read, the others told', async () => {
    await mkdir(join(folder, 'below'));
    await mkdir(join(folder, 'node_modules'));
    await writeFile(join(folder, 'below', 'a.toml'), '[[stack]]\nname = "ä"\n');
    await writeFile(join(folder, 'node_modules', 'b.toml'), '');
    await writeFile(join(folder, 'c.toml'), Buffer.from('[[stack]]\nname = "\xe4"\n', 'latin1'));
    await writeFile(join(folder, 'd.txt'), '');
    const said: string[] = [];
    const { files } = await readFolder(folder, (text) => said.push(text));
    assert.deepEqual(files, [{ path: join('below', 'a.toml'), text: '[[stack]]\nname = "ä"\n' }]);
    assert.deepEqual(said, [`${join(folder, 'c.toml')}: it is not UTF-8 text`]);
  });
});

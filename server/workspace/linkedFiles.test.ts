import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LinkedFiles } from './linkedFiles.ts';

describe('files that others are linked to', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'komodo-linked-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('are read once, until they change', () => {
    const files = new LinkedFiles();
    const path = join(folder, 'a b.ts');
    const toml = pathToFileURL(join(folder, 'a.toml')).href;
    const text = () => files.textOf(toml, 'a b.ts');
    assert.equal(text(), null);
    writeFileSync(path, 'a();');
    assert.equal(text(), null);
    assert.equal(files.forget([pathToFileURL(path).href]), true);
    assert.equal(text(), 'a();');
    assert.equal(files.forget(['file:///other.ts']), false);
  });

  it('are read anew before an edit is made of them, where nobody has told of a change', () => {
    const files = new LinkedFiles();
    const path = join(folder, 'b.ts');
    const toml = pathToFileURL(join(folder, 'a.toml')).href;
    const text = () => files.textOf(toml, 'b.ts');
    writeFileSync(path, 'a();');
    assert.equal(text(), 'a();');
    const { state } = files;
    files.lookAgain();
    assert.equal(files.state, state);
    writeFileSync(path, 'later();');
    files.lookAgain();
    assert.notEqual(files.state, state);
    assert.equal(text(), 'later();');
    rmSync(path);
    files.lookAgain();
    assert.equal(text(), null);
  });

  it('are none where they cannot be read', () => {
    const files = new LinkedFiles();
    const toml = pathToFileURL(join(folder, 'a.toml')).href;
    for (const path of ['.', 'a.toml', '/etc/hostname', 'http://komo.do/a.ts', '%00.ts', '..'])
      assert.equal(files.textOf(toml, path), null, path);
  });
});

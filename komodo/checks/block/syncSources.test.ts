import assert from 'node:assert/strict';
import { findingsIn, type World } from '../testing/check.ts';

const found = (config: string, world?: World) =>
  findingsIn(
    `[[resource_sync]]\nname = "a"\n[resource_sync.config]\n${config}\n`,
    world,
    'sync-without-source',
  );

describe('a ResourceSync', () => {
  it('that does not say where its files are is left out', () => {
    const [finding] = found('resource_path = ["a"]');
    assert.equal(finding?.class, 'ignored');
    assert.equal(finding.text, '[[resource_sync]]');
    assert.match(finding.message, /give it `repo`, `linked_repo` or `files_on_host = true`/);
    assert.equal(found('managed = true\nrepo = ""\nfiles_on_host = false').length, 1);
  });

  it('that holds its resources itself is left out', () => {
    const [finding] = found('repo = "a/b"\nfile_contents = "[[stack]]"');
    assert.equal(finding?.text, 'file_contents');
  });

  it('that says it is taken', () => {
    assert.deepEqual(found('repo = "a/b"'), []);
    assert.deepEqual(found('linked_repo = "a"\nfile_contents = ""'), []);
    assert.deepEqual(found('files_on_host = true'), []);
  });

  it('knew no linked repo before 1.18.2', () => {
    const [finding] = found('linked_repo = "a"', { version: '1.18.0' });
    assert.match(finding!.message, /give it `repo` or `files_on_host = true`/);
  });
});

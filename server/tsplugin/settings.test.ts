import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { settingsAbove } from './settings.ts';

describe('the settings of a workspace', () => {
  let folder: string;
  const write = (text: string) =>
    writeFileSync(path.join(folder, '.vscode', 'settings.json'), text);
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'komodo-settings-'));
    mkdirSync(path.join(folder, '.vscode'));
    mkdirSync(path.join(folder, 'jobs'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are found from a folder in it, comments and all', () => {
    write(
      '{\n  // mine\n  "komodo.actions.include": ["jobs/*.ts", 5],\n  "komodo.core.version": "1.19.5",\n}',
    );
    assert.deepEqual(settingsAbove(path.join(folder, 'jobs'), ts), {
      folders: [folder],
      include: ['jobs/*.ts'],
      version: '1.19.5',
    });
  });

  it('say nothing where they say nothing of scripts, or are none', () => {
    write('{ "komodo.core.version": "connected" }');
    assert.deepEqual(settingsAbove(folder, ts), { folders: [folder], include: [] });
    write('{');
    assert.deepEqual(settingsAbove(folder, ts).include, []);
  });
});

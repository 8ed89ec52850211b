import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultSettings, readSettings } from './settings.ts';

describe('settings', () => {
  it('are read from the section komodo', () => {
    const settings = readSettings({
      core: { version: '2.1.0' },
      files: { include: ['komodo/**'], exclude: [] },
      diagnostics: { hints: false },
    });
    assert.deepEqual(settings, {
      ...defaultSettings,
      coreVersion: '2.1.0',
      include: ['komodo/**'],
      hints: false,
    });
  });

  it('have their defaults where something else stands', () => {
    for (const section of [null, 1, 'x', { core: 1, files: { include: 'a', exclude: [1] } }]) {
      assert.deepEqual(readSettings(section), defaultSettings);
    }
    assert.equal(readSettings({ core: { version: 'connected' } }).coreVersion, undefined);
  });

  it('have the defaults that package.json shows', () => {
    const { contributes } = JSON.parse(readFileSync(`${__dirname}/../../package.json`, 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { default: unknown }> }[] };
    };
    const section: Record<string, Record<string, unknown>> = {};
    for (const [name, { default: value }] of contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties),
    )) {
      const [, group = '', key = ''] = name.split('.');
      (section[group] ??= {})[key] = value;
    }
    assert.deepEqual(readSettings(section), defaultSettings);
  });
});

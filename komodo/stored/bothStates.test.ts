import assert from 'node:assert/strict';
import { schemaFor } from '../schema/index.ts';
import { bothStates, type StoredResource } from './index.ts';

describe('a stored resource at two times', () => {
  const build = (config: object): StoredResource => ({
    kind: 'build',
    name: 'web',
    description: '',
    tags: ['a'],
    template: false,
    config,
  });

  it('is written with the same keys, where they are no defaults or differ', () => {
    const states = bothStates(
      build({ version: { major: 1, minor: 0, patch: 0 }, repo: 'a/b', branch: 'main' }),
      build({ version: '1.16.5', repo: 'a/b', branch: 'dev' }),
      schemaFor('2.3.2'),
    );
    assert.deepEqual(states?.before.split('\n'), [
      '[[build]]',
      'name = "web"',
      'tags = ["a"]',
      '[build.config]',
      'version = "1.0.0"',
      'repo = "a/b"',
      'branch = "main"',
      '',
    ]);
    assert.deepEqual(
      states.after.split('\n').filter((line) => !states.before.includes(line)),
      ['version = "1.16.5"', 'branch = "dev"'],
    );
  });

  it('is not known where Core would refuse it', () => {
    assert.equal(bothStates(build({}), build({ branch: 5 }), schemaFor()), undefined);
  });
});

import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const stack = (name: string, more = 'deploy = true') => `[[stack]]\nname = "${name}"\n${more}\n`;
const run = (...params: readonly string[]) =>
  `{ execution.type = "RunSync", ${['sync = "infra"', ...params].map((param) => `execution.params.${param}`).join(', ')} }`;
const found = (execution: string, ...others: readonly string[]) =>
  findingsIn(procedureWith(execution), { others }, 'sync-deploys-others');

// As a real Core 2.3.2 did: of two Stacks that were there, it deployed the one that was not meant.
describe('a run of a sync for some resources', () => {
  it('deploys what else has deploy = true', () => {
    const execution = run('resource_type = "Stack"', 'resources = ["b"]');
    const [finding, ...more] = found(execution, stack('a') + stack('b') + stack('off', ''));
    assert.deepEqual(more, []);
    assert.equal(finding?.class, 'surprising');
    assert.equal(finding.text, 'resources');
    assert.equal(
      finding.message,
      'This run also deploys what of the sync is not meant here and has `deploy = true`: Core takes it for new. In this workspace `a` has it.',
    );
    assert.deepEqual(
      finding.elsewhere?.map(({ message }) => message),
      ['The stack `a` has `deploy = true`.'],
    );
  });

  it('does so for one kind, too', () => {
    const [finding] = found(
      run('resource_type = "Procedure"'),
      ...['a', 'b', 'c', 'd'].map((name) => stack(name)),
    );
    assert.equal(finding?.text, 'resource_type');
    assert.match(finding.message, /`a`, `b`, `c` and 1 more have it\.$/);
    assert.deepEqual(found(run('resource_type = "Stack"'), stack('a')), []);
  });

  it('does no more than is said where it is for all, or nothing else is deployed', () => {
    assert.deepEqual(found(run(), stack('a')), []);
    assert.deepEqual(found(run('resources = ["b"]'), stack('a', ''), stack('b')), []);
    const disabled = run('resources = ["b"]').replace(' }', ', enabled = false }');
    assert.deepEqual(found(disabled, stack('a')), []);
  });
});

import assert from 'node:assert/strict';
import { storedName, whyRefused } from './storedName.ts';
import type { NameKind } from './kinds.ts';

const stored = (kind: NameKind, name: string, version = '2.3.2') => storedName(kind, name, version);

describe('the name that Core keeps', () => {
  it('is, for Stacks and Builds, one that Docker takes', () => {
    assert.equal(stored('stack', 'web-1'), 'web-1');
    assert.equal(stored('stack', 'CW-stack'), 'cw-stack');
    assert.equal(stored('build', ' cw build padded '), 'cw_build_padded');
    assert.equal(stored('stack', 'cw.stack'), 'cw_stack');
    assert.equal(stored('stack', 'cw stack ünï 🦎'), 'cw_stack__n___');
    assert.equal(stored('build', '_cw'), 'cw');
  });
  it('keeps case and dots of a Deployment', () => {
    assert.equal(stored('deployment', 'CW.deployment/x'), 'CW.deployment_x');
  });
  it('has no spaces for a Repo', () => {
    assert.equal(stored('repo', 'cw repo ünï 🦎'), 'cw_repo_ünï_🦎');
    assert.equal(stored('repo', 'cw/repo'), 'cw/repo');
  });
  it('is trimmed and on one line for all others', () => {
    assert.equal(stored('procedure', ' cw procedure, padded '), 'cw procedure, padded');
    assert.equal(stored('action', 'cw\naction'), 'cw_action');
  });
  it('is the very same for Variables and tags', () => {
    assert.equal(stored('tag', ' a b '), ' a b ');
  });
  it('goes by looser rules on Cores before 2.3.0', () => {
    assert.equal(stored('stack', 'A b/c', '2.2.0'), 'a_b/c');
    assert.equal(stored('deployment', 'A b.c', '2.2.0'), 'A_b.c');
    assert.equal(stored('deployment', 'A b.c', '1.18.0'), 'a_b_c');
  });

  it('is refused where it is an id, empty, or cannot be a Variable’s', () => {
    assert.match(whyRefused('action', '0123456789abcdef01234567')!, /an id to Core/);
    assert.match(whyRefused('stack', '')!, /empty/);
    assert.match(whyRefused('variable', 'WT B c')!, /letters, digits and _/);
    assert.equal(whyRefused('variable', 'wt_lower'), undefined);
    assert.equal(whyRefused('stack', 'web'), undefined);
  });
});

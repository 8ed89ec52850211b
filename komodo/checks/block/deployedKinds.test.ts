import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const found = (text: string) => findingsIn(text, {}, 'ignored-deploy');

describe('to deploy by a sync', () => {
  it('is for stacks and deployments alone', () => {
    const text = '[[build]]\nname = "a"\ndeploy = true\nafter = ["b"]\n';
    assert.deepEqual(
      found(text).map((finding) => [finding.text, finding.class, finding.message]),
      [
        [
          'deploy',
          'ignored',
          'A sync deploys stacks and deployments alone: `deploy` does nothing for a build.',
        ],
        [
          'after',
          'ignored',
          'A sync deploys stacks and deployments alone: `after` does nothing for a build.',
        ],
      ],
    );
  });

  it('is not asked for by the defaults', () => {
    assert.deepEqual(found('[[repo]]\nname = "a"\ndeploy = false\nafter = []\n'), []);
  });
});

import assert from 'node:assert/strict';
import type { Deviation } from './testing/deviations.ts';
import { deviationFor, deviations } from './testing/deviations.ts';
import { replay } from './testing/replay.ts';

/** Recordings of a real Core 2.3.2, each about one thing that the sandbox must do as Core does. */
const scenarios = [
  'http-errors',
  'auth-credentials',
  'auth-login',
  'auth-rate-limit',
  'ws-update-login',
  'ws-update-two-clients',
  'reads-updates',
  'reads-list-queries',
  'write-procedure',
  'write-procedure-config',
  'write-tags-variables',
  'batch-direct',
  'export-toml',
  'procedure-one-sleep',
  'procedure-two-stages-parallel',
  'procedure-disabled',
  'procedure-empty',
  'procedure-nested',
  'procedure-fail-child',
  'procedure-busy',
  'procedure-cancel',
  'procedure-batch',
  'procedure-states',
  'procedure-self-reference',
  'procedure-batch-tags',
  'procedure-batch-itself',
  'procedure-batch-lone-backslash',
  'procedure-nested-by-id',
  'procedure-fail-unknown',
  'procedure-mutual-cycle',
  'procedure-cycle-of-three',
  'procedure-sleep-values',
  'sync-contents',
];

describe('the sandbox beside a recorded Core', () => {
  const used = new Set<Deviation>();

  for (const scenario of scenarios) {
    it(`answers as Core did: ${scenario}`, async () => {
      const differences = await replay(scenario);
      const unexplained = differences.filter((difference) => {
        const deviation = deviationFor(scenario, difference);
        if (deviation) used.add(deviation);
        return !deviation;
      });
      assert.deepEqual(unexplained, []);
    });
  }

  it('has no deviation in its list that it does not need', () => {
    const unused = deviations.filter((deviation) => !used.has(deviation));
    assert.deepEqual(
      unused.map(({ reason }) => reason),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const found = (params: string, more = '') =>
  findingsIn(
    procedureWith(`{ execution.type = "Sleep", execution.params = ${params}${more} }`),
    {},
    'endless-sleep',
    'idle-sleep',
  );

describe('a Sleep', () => {
  it('of some time is left alone', () => assert.deepEqual(found('{ duration_ms = 5000 }'), []));

  it('of less than nothing never ends', () => {
    const [endless, ...others] = found('{ duration_ms = -5_000 }');
    assert.deepEqual(others, []);
    assert.equal(endless?.code, 'endless-sleep');
    assert.equal(endless.class, 'fails');
    assert.equal(endless.text, '-5_000');
    assert.match(endless.mended[0]!, /duration_ms = 5000 }/);
  });

  it('that is disabled does no harm', () =>
    assert.deepEqual(found('{ duration_ms = -1 }', ', enabled = false'), []));

  it('without a duration does not wait', () => {
    assert.deepEqual(
      [...found('{}'), ...found('{ duration_ms = 0 }')].map(({ code, text }) => [code, text]),
      [
        ['idle-sleep', '"Sleep"'],
        ['idle-sleep', '0'],
      ],
    );
  });

  it('whose duration is no number is not judged', () =>
    assert.deepEqual(found('{ duration_ms = "x" }'), []));
});

import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const found = (execution: string) => findingsIn(procedureWith(execution), {}, 'self-reference');

describe('a Procedure that runs itself', () => {
  it('is not saved', () => {
    const [itself, ...others] = found(
      '{ execution.type = "RunProcedure", execution.params.procedure = "self" }',
    );
    assert.deepEqual(others, []);
    assert.equal(itself?.class, 'fails');
    assert.equal(itself.text, '"self"');
    assert.equal(itself.message, 'Core refuses to save a Procedure that runs itself.');
  });

  it('is not saved where that is disabled either', () =>
    assert.equal(
      found(
        '{ execution.type = "RunProcedure", execution.params.procedure = "self", enabled = false }',
      ).length,
      1,
    ));

  it('is something else than one that runs another, or cancels itself', () => {
    assert.deepEqual(
      found('{ execution.type = "RunProcedure", execution.params.procedure = "other" }'),
      [],
    );
    assert.deepEqual(
      found('{ execution.type = "CancelProcedure", execution.params.procedure = "self" }'),
      [],
    );
  });
});

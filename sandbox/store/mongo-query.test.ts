import assert from 'node:assert/strict';
import type { Json } from '../json/tree.ts';
import { mongoTest } from './mongo-query.ts';

const update: Json = {
  operation: 'RunProcedure',
  start_ts: 100,
  success: true,
  target: { type: 'Procedure', id: 'x' },
  logs: [{ stage: 'a' }, { stage: 'b' }],
};

describe('a query of MongoDB', () => {
  const matching: Json[] = [
    null,
    {},
    { operation: 'RunProcedure', success: true },
    { 'target.type': 'Procedure' },
    { target: { type: 'Procedure', id: 'x' } },
    { start_ts: { $gt: 99, $lte: 100 } },
    { operation: { $in: ['RunAction', 'RunProcedure'] } },
    { operation: { $ne: 'RunAction' } },
    { operation: { $regex: '^run', $options: 'i' } },
    { 'logs.stage': 'b' },
    { version: null },
    { version: { $exists: false } },
    { $or: [{ success: false }, { 'target.id': 'x' }] },
    { $nor: [{ success: false }] },
    { start_ts: { $not: { $lt: 100 } } },
  ];
  for (const query of matching) {
    it(`matches ${JSON.stringify(query)}`, () => assert.ok(mongoTest(query, '')(update)));
  }

  const others: Json[] = [
    { operation: 'Nonsense' },
    { start_ts: { $gt: 100 } },
    { start_ts: { $gt: '1' } },
    { operation: { $nin: ['RunProcedure'] } },
    { 'target.type': null },
    { $and: [{ success: true }, { start_ts: 1 }] },
  ];
  for (const query of others) {
    it(`does not match ${JSON.stringify(query)}`, () => assert.ok(!mongoTest(query, '')(update)));
  }

  for (const query of [{ $nonsense: 1 }, { start_ts: { $nonsense: 1 } }, { $or: 1 }, 'text']) {
    it(`refuses ${JSON.stringify(query)}`, () => {
      assert.throws(() => mongoTest(query as Json, 'failed to pull updates from db'), {
        message: 'failed to pull updates from db',
      });
    });
  }
});

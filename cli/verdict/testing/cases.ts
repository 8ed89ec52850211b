import assert from 'node:assert/strict';
import { readFixtureLines } from '../../../komodo/testing/fixtures.ts';
import { reply } from '../reply.ts';
import type { Answer } from '../reply.ts';

/**
 * Puts every question of a table of the oracle's to us. A row is a question and its answer in one; the answers are
 * compared as text, as the order of names counts too.
 *
 * @param asked the names that belong to the question
 * @returns how many there are
 */
export function assertAgrees(table: string, asked: readonly string[], answer: Answer): number {
  const rows = readFixtureLines(table) as Record<string, unknown>[];
  for (const row of rows) {
    const expected = Object.entries(row).filter(([name]) => !asked.includes(name));
    assert.equal(reply(JSON.stringify(row), answer), JSON.stringify(Object.fromEntries(expected)));
  }
  return rows.length;
}

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { resourceFile } from '../../../bench/resourceFile.ts';
import { withComments } from '../../../komodo/format/testing/withComments.ts';
import { readFixtureLines } from '../../../komodo/testing/fixtures.ts';
import { nodesIn } from '../../../komodo/toml/index.ts';
import { Random } from '../../../scripts/fuzz/random.mts';
import { tomlNotation, tomlText } from '../../../scripts/fuzz/tomlText.mts';
import { ValueMaker } from '../../../scripts/fuzz/values.mts';
import { contextWith, inventoryWith } from '../../testing/context.ts';
import { documentOf } from '../../testing/text.ts';
import type { Document } from '../../workspace/document.ts';
import type { Context } from '../context.ts';
import { rewrites, rewritten } from './index.ts';

const { schema } = contextWith();

/** What is defined in the file is all there is. */
function contextOf(document: Document): Context {
  const names: Record<string, string[]> = {};
  for (const { kind, name } of document.resources(schema).resources) {
    if (name) (names[kind] ??= []).push(name.text);
  }
  return contextWith({ workspace: inventoryWith(names) });
}

/**
 * Makes the edits of all that is offered at some of the places of a file. That throws where a comment would be lost, where
 * TOML or Core would find something wrong that was not wrong before, and where a value would change that is not what the
 * action is for.
 *
 * @returns how many there were of each
 */
function makeAll(text: string, random: Random, share: number, counts: Map<string, number>): void {
  const document = documentOf(text);
  // Where comments or literals turn Core's fences, not everything is possible, and it is said so.
  if (document.data.problems.length > 0) return;
  if (document.toml.insideFence.includes(true)) return;
  const context = contextOf(document);
  const places = document.toml.blocks.flatMap((block, index) =>
    nodesIn(block)
      .filter(() => random.chance(share))
      .flatMap(({ start, end }) => [start, random.between(start, end), end])
      .map((offset) => document.lines.positionAt(document.toml.starts[index]! + offset)),
  );
  for (const place of places) {
    for (const action of rewrites(document, { start: place, end: place }, context, {})) {
      const { edit } = rewritten(action, document, context);
      assert.deepEqual(Object.keys(edit!.changes!), [document.uri]);
      const title = action.title.replace(/`[^`]*`/g, '…').replace(/\d+/g, 'n');
      counts.set(title, (counts.get(title) ?? 0) + 1);
    }
  }
}

describe('whatever is offered wherever in a file', () => {
  it('keeps all comments and changes nothing but what it is for', function () {
    this.timeout(120_000);
    const counts = new Map<string, number>();
    const sample = path.join(import.meta.dirname, '../../../test-fixtures/workspace/komodo');
    for (const file of readdirSync(sample)) {
      makeAll(readFileSync(path.join(sample, file), 'utf8'), new Random(1), 0.1, counts);
    }
    makeAll(resourceFile(120), new Random(2), 0.1, counts);
    const cases = readFixtureLines('oracle/toml_cases.ndjson.gz') as { text: string }[];
    cases
      .filter((_, index) => index % 3 === 0)
      .forEach(({ text }, seed) => makeAll(text, new Random(seed), 0.05, counts));
    for (let seed = 0; seed < 80; seed++) {
      const random = new Random(seed);
      const maker = new ValueMaker(schema, random, tomlNotation, random.pick([0, 0, 0.05]));
      makeAll(withComments(random, tomlText(random, maker.file())), random, 0.07, counts);
    }
    assert.ok(counts.size >= 18, [...counts.keys()].join('\n'));
  });
});

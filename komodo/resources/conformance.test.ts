import assert from 'node:assert/strict';
import { knownVersions, newestVersion, schemaFor } from '../schema/index.ts';
import { readFixtureLines } from '../testing/fixtures.ts';
import { jsonText } from './index.ts';
import { Prober } from './testing/probes.ts';
import { firstPosition, plainValue, read } from './testing/verdict.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly message?: string;
  readonly line?: number;
  readonly column?: number;
  readonly span?: readonly number[];
  readonly source_span?: readonly number[];
}

const cases = readFixtureLines('oracle/toml_cases.ndjson.gz') as Case[];

/**
 * Core has no place for a key with too many parts: a line is better than none. And what follows from a string that is not
 * closed, Core 1.19 tells before that.
 */
const toldElsewhere = (id: string, version: string): boolean =>
  id === 'hand/nest-dotted-100' ||
  id === 'hand/nest-header-100' ||
  (id === 'hand/basic-newline' && version.startsWith('1.19.'));

function casesOf(version: string): readonly Case[] {
  if (version === newestVersion) return cases;
  const rows = readFixtureLines(`oracle/toml_cases-${version}.diff.ndjson.gz`) as Case[];
  const differing = new Map(rows.map((row) => [row.id, row]));
  return cases.map((told) => {
    const row = differing.get(told.id);
    return row ? { ...row, text: told.text } : told;
  });
}

function check(told: Case, version: string): void {
  const file = read(told.text, version);
  assert.equal(
    file.first === undefined,
    told.ok,
    `${told.id}: ${file.first?.message ?? 'accepted'}`,
  );
  if (told.ok) {
    assert.deepEqual(plainValue(file), told.value, told.id);
    return;
  }
  const { line, column, span, sourceSpan } = firstPosition(file);
  if (!toldElsewhere(told.id, version)) assert.equal(line, told.line, told.id);
  if (file.first!.code === 'toml-syntax') return;
  assert.equal(file.first!.message, told.message, told.id);
  assert.equal(column, told.column, told.id);
  if (told.span) assert.deepEqual([span, sourceSpan], [told.span, told.source_span], told.id);
}

describe('the verdict on a resource file', () => {
  for (const version of knownVersions.toReversed()) {
    const told = casesOf(version);
    it(`is that of Core ${version} in all ${told.length} cases`, () => {
      for (const one of told) check(one, version);
    });
  }
});

interface Probe {
  readonly owner: string;
  readonly field: string;
  readonly probe: string;
  readonly toml: string;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly message?: string;
}

describe('the verdict on a value of every field', () => {
  const probes = readFixtureLines('oracle/field_probes.ndjson.gz') as Probe[];
  const prober = new Prober(schemaFor(newestVersion));

  it(`is that of Core ${newestVersion} in all ${probes.length} probes`, () => {
    for (const { owner, field, probe, toml, ...told } of probes) {
      const name = field === '' ? undefined : field;
      const alias = /^alias(?:_and_name)?:(.*)$/.exec(probe)?.[1];
      const text = prober.document(owner, alias ?? name, toml, name);
      const file = read(text);
      const about = `${owner}.${field} ${probe}\n${text}`;
      assert.equal(
        file.first === undefined,
        told.ok,
        `${about}${file.first?.message ?? 'accepted'}`,
      );
      if (file.value) {
        const found = prober.lookUp(owner, name, file.value);
        const value = found === undefined ? undefined : (JSON.parse(jsonText(found)) as unknown);
        assert.deepEqual(value, told.value, about);
      } else if (file.first!.code !== 'toml-syntax') {
        assert.equal(file.first!.message, told.message, about);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { availability, knownVersions } from './index.ts';

interface Span {
  root_key?: string;
  execution?: string;
  param?: string;
  type?: string;
  key?: string;
  variant?: string;
  first?: string;
  last?: string;
}

const file = join(import.meta.dirname, '../../test-fixtures/oracle/changes.json.gz');
const { versions, spans } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
  versions: string[];
  spans: Span[];
};

/** What a row of the table is about, in our words. */
function subject({ root_key, execution, param, type, key, variant }: Span): [string, string?] {
  if (root_key !== undefined) return ['ResourcesToml', root_key];
  if (execution !== undefined)
    return param === undefined ? ['Execution', execution] : [execution, param];
  return [type!, key ?? variant];
}

describe('the generated facts', () => {
  it('are of the versions of the table of changes', () =>
    assert.deepEqual(knownVersions, versions));

  it(`agree with its ${spans.length} rows on what came and went when`, () => {
    for (const span of spans) {
      const { first, last } = span;
      const said = { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
      assert.deepEqual(availability(...subject(span)), said, JSON.stringify(span));
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The lines of a gzipped NDJSON table in test-fixtures/. */
export function fixture<Row>(name: string): Row[] {
  const path = join(import.meta.dirname, '../../../test-fixtures', name);
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

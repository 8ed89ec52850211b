import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const fixtures = path.join(import.meta.dirname, '../../test-fixtures');

/** The JSON in a gzip'd file, named from test-fixtures/ on (`oracle/regex.json.gz`). */
export function readFixture(name: string): unknown {
  return JSON.parse(textOf(name));
}

/** The JSON of each line of a gzip'd file. */
export function readFixtureLines(name: string): unknown[] {
  return textOf(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function textOf(name: string): string {
  return gunzipSync(readFileSync(path.join(fixtures, name))).toString();
}

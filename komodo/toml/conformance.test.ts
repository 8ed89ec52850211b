import assert from 'node:assert/strict';
import { dataOf, parse, refusalOf } from './index.ts';
import type { TomlOptions } from './index.ts';
import { comparable, tagged } from './tagged.ts';
import type { Tagged } from './tagged.ts';
import { fixture } from './testing/fixtures.ts';
import { lineOf } from './testing/read.ts';

interface SuiteFile {
  readonly path: string;
  readonly versions: readonly ('1.0' | '1.1')[];
  readonly text?: string;
  readonly base64?: string;
  readonly value?: Tagged;
}
interface OracleCase {
  readonly id: string;
  readonly text: string;
  readonly ok: boolean;
  readonly message?: string;
  readonly line?: number;
}

describe('toml-test', () => {
  const files = fixture<SuiteFile>('toml-test.ndjson.gz');
  for (const version of ['1.0', '1.1'] as const) {
    const options: TomlOptions = { version, core: false };
    const suite = files.filter(({ versions }) => versions.includes(version));
    const valid = suite.filter(({ path }) => path.startsWith('valid/'));
    const invalid = suite.filter(({ path }) => path.startsWith('invalid/'));

    it(`TOML ${version}: means what each of the ${valid.length} valid files means`, () => {
      assert.ok(valid.length > 200);
      for (const { path, text, value } of valid) {
        const { root, problems } = dataOf(parse(text!, options));
        assert.deepEqual(problems, [], path);
        assert.deepEqual(comparable(tagged(root)), comparable(value!), path);
      }
    });

    it(`TOML ${version}: refuses each of the ${invalid.length} invalid files`, () => {
      assert.ok(invalid.length > 400);
      for (const { path, text, base64 } of invalid) {
        // What is no UTF-8 is refused by whoever decodes the file; here it never becomes text.
        if (base64 !== undefined) assert.throws(() => decode(base64), path);
        else assert.notDeepEqual(dataOf(parse(text!, options)).problems, [], path);
      }
    });
  }
});

const decode = (base64: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));

/** What serde says of a document that is TOML, but not what Komodo takes. */
const NOT_OF_TOML =
  /^(missing field|duplicate field|unknown variant|invalid (type|length)|invalid value: integer|wanted string|Matching variant|major version)/;

/** Cases as Core of some version answers them: what differs takes the place of what 2.3.2 says. */
function casesOf(version?: string): OracleCase[] {
  const cases = fixture<OracleCase>('oracle/toml_cases.ndjson.gz');
  if (version === undefined) return cases;
  const different = new Map(
    fixture<OracleCase>(`oracle/toml_cases-${version}.diff.ndjson.gz`).map((row) => [row.id, row]),
  );
  return cases.map(({ id, text }, index) => ({ ...(different.get(id) ?? cases[index]!), text }));
}

describe('the TOML errors among the oracle’s cases', () => {
  for (const [core, options] of [
    ['2.3.2', {}],
    ['1.19.5', { version: '1.0' }],
  ] as const) {
    it(`Core ${core}: the same are refused, at the same line`, () => {
      const cases = casesOf(core === '2.3.2' ? undefined : core);
      const isWrong = ({ ok, message }: OracleCase) => !ok && !NOT_OF_TOML.test(message!);
      assert.ok(cases.filter(isWrong).length >= 57);
      for (const each of cases) {
        const document = parse(each.text, options);
        const refusal = refusalOf(document);
        assert.equal(dataOf(document).problems.length > 0, isWrong(each), each.id);
        assert.equal(refusal !== undefined, isWrong(each), each.id);
        // Of a key with too many parts Core names no place.
        if (refusal === undefined || each.line === undefined) continue;
        assert.equal(lineOf(document, refusal.offset), each.line, each.id);
      }
    });
  }
});

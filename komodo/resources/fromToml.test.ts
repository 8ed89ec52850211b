import assert from 'node:assert/strict';
import { dataOf, parse } from '../toml/index.ts';
import { compareBytes, readingBefore119, readingSince119, fileFromToml } from './fromToml.ts';

const given = (text: string, reading = readingSince119) =>
  fileFromToml(dataOf(parse(text)).root, reading).entries;

describe('the keys of a table', () => {
  const text = 'b = 1\n"\uffff" = 2\n"\u{10000}" = 3\nB = 4\na = 5';
  it('are read in the order of their bytes', () => {
    assert.deepEqual(
      given(text).map(({ name }) => name),
      ['B', 'a', 'b', '\uffff', '\u{10000}'],
    );
    assert(compareBytes('a', 'ab') < 0);
  });
  it('were read as they are written before 1.19', () => {
    assert.deepEqual(
      given(text, readingBefore119).map(({ name }) => name),
      ['b', '\uffff', '\u{10000}', 'B', 'a'],
    );
  });
});

describe('a date or time', () => {
  const examples = [
    ['1979-05-27 07:32:00z', '1979-05-27T07:32:00Z'],
    ['1979-05-27t07:32:00.1200-00:00', '1979-05-27T07:32:00.12+00:00'],
    ['07:32:00.000', '07:32:00.0'],
    ['07:32', '07:32'],
    ['1979-05-27', '1979-05-27'],
  ] as const;
  for (const [written, read] of examples) {
    it(`is handed over as a table that holds ${read}`, () => {
      const [entry] = given(`a = ${written}`);
      assert(entry?.value.kind === 'table' && entry.value.isDate);
      const [inner] = entry.value.entries;
      assert(inner?.value.kind === 'string');
      assert.deepEqual([inner.name, inner.value.value], ['$__toml_private_datetime', read]);
    });
  }
});

describe('a string of several lines', () => {
  it('has the line breaks of the file since 1.19', () => {
    const [entry] = given("a = '''x\r\ny'''");
    assert(entry?.value.kind === 'string');
    assert.equal(entry.value.value, 'x\r\ny');
  });
  it('had line feeds alone before', () => {
    const [entry] = given("a = '''x\r\ny'''", readingBefore119);
    assert(entry?.value.kind === 'string');
    assert.equal(entry.value.value, 'x\ny');
  });
});

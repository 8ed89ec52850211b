import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { storedVariable, type StoredResource } from '../../komodo/stored/index.ts';
import { contextWith } from '../testing/context.ts';
import { documentOf, withCursor } from '../testing/text.ts';
import { StoredIndex } from '../workspace/storedIndex.ts';
import { hover } from './hover.ts';
import { comparisonAt, coreLenses } from './onCore.ts';

const web: StoredResource = {
  kind: 'stack',
  name: 'web',
  description: '',
  tags: ['prod'],
  template: false,
  config: { branch: 'main', environment: 'A = \\d+\n' },
};
const variable = (name: string, value: string, is_secret = false) =>
  storedVariable({ name, value, is_secret, description: '' });
const stored = new StoredIndex('komodo.lan', [
  web,
  variable('TZ', 'UTC'),
  variable('TOKEN', 'hunter2', true),
]);
const same = 'name = "web"\ntags = ["prod"]\nconfig.environment = """\nA = \\d+\n"""\n';

function titles(text: string): string[] {
  return coreLenses(documentOf(text), schemaFor(), stored).map(({ command }) => command!.title);
}

describe('a block beside what Core has', () => {
  it('has no lens while it is the same', () => {
    assert.deepEqual(titles(`[[stack]]\n${same}`), []);
  });

  it('says which keys a sync would change', () => {
    assert.deepEqual(titles(`[[stack]]\n${same}config.branch = "next"\n`), [
      '≠ komodo.lan: branch',
    ]);
    assert.deepEqual(titles('[[stack]]\nname = "web"\nconfig = { run_build = true }\n'), [
      '≠ komodo.lan: tags, run_build, environment',
    ]);
  });

  it('says that Core lacks it', () => {
    assert.deepEqual(titles('[[stack]]\nname = "db"\n'), ['not on komodo.lan']);
  });

  it('says what Core calls it', () => {
    assert.deepEqual(titles('[[stack]]\nname = "Web"\n'), ['≠ komodo.lan has it as web']);
    assert.deepEqual(titles('[[stack]]\nname = "My DB"\n'), ['≠ komodo.lan will call it my_db']);
  });

  it('leaves alone what Core refuses, and what it does not tell of', () => {
    assert.deepEqual(titles('[[stack]]\nname = "web"\ntags = 5\n'), []);
    assert.deepEqual(titles('[[user_group]]\nname = "A"\n'), []);
  });

  it('may be a Variable, and of a secret one no value is told', () => {
    const block = (name: string, value: string, more = '') =>
      `[[variable]]\nname = "${name}"\nvalue = "${value}"\n${more}`;
    const secret = 'is_secret = true\n';
    assert.deepEqual(titles(block('A', '1')), ['not on komodo.lan']);
    assert.deepEqual(titles(block('TZ', 'UTC')), []);
    assert.deepEqual(titles(block('TZ', 'CET')), ['≠ komodo.lan: value']);
    assert.deepEqual(titles(block('TOKEN', 'another', secret)), []);
    assert.deepEqual(titles(block('TOKEN', 'another')), ['≠ komodo.lan: is_secret']);
    const at = { line: 1, character: 0 };
    const sides = (text: string) => comparisonAt(documentOf(text), at, schemaFor(), stored);
    assert.deepEqual(sides(block('TZ', 'CET')), {
      name: 'TZ',
      file: block('TZ', 'CET'),
      core: block('TZ', 'UTC'),
    });
    assert.deepEqual(sides(block('TZ', 'a', secret)), {
      name: 'TZ',
      file: block('TZ', '…', secret),
      core: block('TZ', '…'),
    });
    const { document, position } = withCursor(
      block('TZ', 'a', secret).replace('variable', 'vari|able'),
    );
    const { value } = hover(document, position, contextWith({ stored }))!.contents as {
      value: string;
    };
    assert.match(value, /`value`: "…" on komodo\.lan, "…" here/);
    assert.doesNotMatch(JSON.stringify(stored), /hunter2/);
  });

  it('is shown in the style of Core on both sides', () => {
    const text = `[[stack]]\n${same}config = { branch = "next" } # soon\n`;
    const document = documentOf(text.replace('config.environment', 'description = "x"\n#'));
    const at = { line: 1, character: 0 };
    const found = comparisonAt(document, at, schemaFor(), stored)!;
    assert.equal(found.name, 'web');
    assert.match(
      found.core,
      /^\[\[stack\]\]\nname = "web"\ntags = \["prod"\]\n\[stack\.config\]\n/,
    );
    assert.match(found.core, /branch = "main"\n/);
    assert.match(found.core, /environment = """\nA = \\d\+\n"""\n/);
    assert.match(found.file, /^\[\[stack\]\]\nname = "web"\ndescription = "x"\n/);
    assert.equal(
      comparisonAt(documentOf('[[stack]]\nname = "db"\n'), at, schemaFor(), stored),
      null,
    );
  });

  it('tells in its hover what a sync would change', () => {
    const { document, position } = withCursor(`[[st|ack]]\n${same}config.branch = "next"\n`);
    const { contents } = hover(document, position, contextWith({ stored }))!;
    assert.match(
      (contents as { value: string }).value,
      /^A sync would change on komodo\.lan:\n\n- `config\.branch`: "main" on komodo\.lan, "next" here/,
    );
  });

  it('has a hover also while it has no name', () => {
    const { document, position } = withCursor('[[st|ack]]\nconfig.branch = "next"\n');
    const { contents } = hover(document, position, contextWith({ stored }))!;
    assert.match((contents as { value: string }).value, /^\*\*stack\*\* — list of tables/);
  });
});

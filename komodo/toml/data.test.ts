import assert from 'node:assert/strict';
import { dataOf, edit, parse, spanOf, type Datum, type TomlDocument } from './index.ts';
import { Assembly } from './assemble.ts';
import { divide } from './parts.ts';

/** The texts of the parts; blocks that do not follow each other with a `…` between them. */
function partsOf(text: string): string[] | undefined {
  const document = parse(text);
  return divide(document)?.map(({ blocks, isItem }) => {
    const texts = blocks.map((block) => {
      const start = document.starts[document.blocks.indexOf(block)]!;
      return text.slice(start, start + block.length).trim();
    });
    return `${isItem ? '- ' : ''}${texts.join(' … ').replaceAll('\n', ' ')}`;
  });
}

describe('the parts of a document', () => {
  it('are its pairs, its tables and the items of its arrays', () => {
    assert.deepEqual(partsOf('a = 1\n[[s]]\n[s.c]\n[t]\n[[s]]\nb = 2\n[t.u]\n'), [
      'a = 1',
      '- [[s]] … [s.c]',
      '[t] … [t.u]',
      '- [[s]] b = 2',
    ]);
  });

  it('are headers without a name, by themselves', () => {
    assert.deepEqual(partsOf('[[s]]\n[]\n[s.c]\n'), ['', '- [[s]] … [s.c]', '[]']);
  });

  it('are none where TOML forbids one beside the other', () => {
    for (const text of ['s = 1\n[[s]]', '[s]\n[[s]]', '[[s]]\n[s]', '[s]\n[s]', '[s.a]\n[s]'])
      assert.equal(partsOf(text), undefined, text);
  });
});

/** All that data says, with places as offsets. */
function said(document: TomlDocument, data = dataOf(document)): unknown {
  const { root, problems } = data;
  return { root: plain(root, document), problems: problems.map((each) => told(each, document)) };
}

function told(problem: ReturnType<typeof dataOf>['problems'][number], document: TomlDocument) {
  const { message, place, related } = problem;
  return [message, spanOf(document, place), related && spanOf(document, related)];
}

function plain(datum: Datum, document: TomlDocument): unknown {
  const place = spanOf(document, datum.place);
  if (datum.kind === 'scalar') return { ...place, node: datum.node };
  if (datum.kind === 'array')
    return {
      ...place,
      tables: datum.ofTables,
      items: datum.items.map((it) => plain(it, document)),
    };
  const entries = [...datum.entries.values()].map(({ name, key, value }) => {
    return [name, spanOf(document, key), plain(value, document)];
  });
  return { ...place, form: datum.form, entries };
}

/** The same without any parts. */
function saidAtOnce(document: TomlDocument): unknown {
  const all: ReturnType<typeof told>[] = [];
  const assembly = new Assembly((problem) => all.push(told(problem, document)));
  for (const block of document.blocks) assembly.add(block);
  return { root: plain(assembly.root, document), misplaced: all };
}

describe('data', () => {
  const lines = [
    '[[stack]]',
    '[[stack]]',
    '[stack.config]',
    '[stack]',
    '[[stack.config.x]]',
    '[[procedure]]',
    '[[procedure.config.stage]]',
    'a = 1',
    'a.b = 2',
    'stack = []',
    '[[',
    '[stack.',
    '[]',
    'b = {',
  ];
  let seed = 5;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;

  it('of parts is that of the whole', () => {
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: random(9) }, () => lines[random(lines.length)]).join('\n');
      const document = parse(text);
      const { root, misplaced } = saidAtOnce(document) as { root: unknown; misplaced: unknown[] };
      const whole = said(document) as { root: unknown; problems: unknown[] };
      assert.deepEqual(whole.root, root, text);
      const own = document.blocks.reduce((sum, block) => sum + block.problems.length, 0);
      assert.equal(whole.problems.length, own + misplaced.length, text);
      for (const problem of misplaced)
        assert.ok(
          whole.problems.some((each) => JSON.stringify(each) === JSON.stringify(problem)),
          text,
        );
    }
  });

  it('after an edit is that of the new text, and the same object where nothing has changed', () => {
    const text = '[[stack]]\nname = "a"\n[[stack]]\nname = "b"\n[[stack]]\nname = "c"\n';
    const before = parse(text);
    const at = text.indexOf('b"');
    const after = edit(before, at, at + 1, 'bb');
    const items = (document: TomlDocument) => {
      const stacks = dataOf(document).root.entries.get('stack')!.value;
      return stacks.kind === 'array' ? stacks.items : [];
    };
    const [old, now] = [items(before), items(after)];
    assert.equal(now[0], old[0]);
    assert.notEqual(now[1], old[1]);
    assert.equal(now[2], old[2]);
    assert.deepEqual(said(after), said(parse(after.text)));
  });

  it('after edits, one after the other, is that of the new text', () => {
    const items = [
      '[[stack]]\nname = "a"\n[stack.config]\nx = 1\n',
      '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\ny = 2\n',
    ];
    const keys = ['', '', 'x', '"', '\n', '[', ']', ' = ', '"""', '[[stack]]\n'];
    for (let round = 0; round < 60; round++) {
      const start = Array.from({ length: 1 + random(6) }, () => items[random(2)]!).join('');
      let document = parse(random(3) === 0 ? `a = 1\n${start}` : start);
      let data = dataOf(document);
      for (let edits = 0; edits < 40; edits++) {
        const from = random(document.text.length + 1);
        const to = Math.min(document.text.length, from + random(4) * random(3));
        document = edit(document, from, to, keys[random(keys.length)]!);
        data = dataOf(document, data);
        assert.deepEqual(said(document, data), said(parse(document.text)), document.text);
      }
    }
  });

  it('after an edit is the same array where no item of it has changed', () => {
    const before = parse('[[stack]]\nname = "a"\n[[repo]]\nname = "b"\n');
    const after = edit(before, before.text.indexOf('b"'), before.text.length - 2, 'c');
    const old = dataOf(before);
    const now = dataOf(after, old);
    assert.equal(now.root.entries.get('stack'), old.root.entries.get('stack'));
    assert.notEqual(now.root.entries.get('repo'), old.root.entries.get('repo'));
  });
});

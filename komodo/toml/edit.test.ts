import assert from 'node:assert/strict';
import { Random } from '../../scripts/fuzz/random.mts';
import { edit, editTo, parse } from './index.ts';
import type { TomlDocument } from './index.ts';
import { fixture } from './testing/fixtures.ts';

const FILE = `# head
[[stack]]
name = "a"
[stack.config]
environment = """
A = \\d
"""

[[procedure]]
name = "p"

[[procedure.config.stage]]
name = "One"
executions = [
  { execution.type = "Sleep", execution.params.duration_ms = 1 },
]
`;

/** Which blocks of the new document are the very objects of the old one. */
const kept = (old: TomlDocument, now: TomlDocument): boolean[] =>
  now.blocks.map((block) => old.blocks.includes(block));

/** Edits `was` in FILE to `becomes`. */
function edited(was: string, becomes: string): { old: TomlDocument; now: TomlDocument } {
  const old = parse(FILE);
  const start = FILE.indexOf(was);
  assert.ok(start >= 0);
  const now = edit(old, start, start + was.length, becomes);
  assert.deepEqual(now, parse(FILE.replace(was, () => becomes)));
  return { old, now };
}

describe('edit', () => {
  it('reads the block that it stands in, and keeps all others', () => {
    const { old, now } = edited('"p"', '"procedure"');
    assert.deepEqual(kept(old, now), [true, true, true, false, true]);
  });

  it('keeps blocks that only move', () => {
    const { old, now } = edited('# head\n', '# first\n# second\n');
    assert.deepEqual(kept(old, now), [false, true, true, true, true]);
    assert.equal(now.starts[1]! - old.starts[1]!, 10);
  });

  it('reads the block before a header that comes, goes or changes its first bracket', () => {
    const { old, now } = edited('[stack.config]\n', '');
    assert.deepEqual(kept(old, now), [true, false, true, true]);
    const added = edited('name = "p"\n', 'name = "p"\n[x]\n');
    assert.deepEqual(kept(added.old, added.now), [true, true, true, false, false, true]);
    assert.deepEqual(kept(...pairOf(edited('procedure]]', 'proc]]'))), [
      true,
      true,
      true,
      false,
      true,
    ]);
    assert.deepEqual(kept(...pairOf(edited('[[procedure]]', ' [[procedure]]'))), [
      ...[true, true, false, false, true],
    ]);
  });

  it('reads the backslashes after a fence that comes or goes anew, as Core does', () => {
    const { old, now } = edited('# head', '# head """');
    assert.deepEqual(kept(old, now), [false, true, false, true, true]);
  });

  it('keeps what stands after a string that is being opened', () => {
    const { old, now } = edited('name = "p"', 'description = """\nname = "p"');
    assert.deepEqual(kept(old, now), [true, true, true, false, true]);
  });

  it('keeps what stands after an array that is not closed yet', () => {
    const { old, now } = edited('name = "a"', 'tags = [');
    assert.deepEqual(kept(old, now), [true, false, true, true, true]);
  });

  it('reads the last block when something is added to the text', () => {
    const old = parse(FILE);
    const now = edit(old, FILE.length, FILE.length, 'x = 1');
    assert.deepEqual(now, parse(FILE + 'x = 1'));
    assert.deepEqual(kept(old, now), [true, true, true, true, false]);
  });

  it('finds out what changed, if only the new text is known', () => {
    const old = parse(FILE);
    const now = editTo(old, FILE.replace('"One"', '"Two"'));
    assert.deepEqual(now, parse(FILE.replace('"One"', '"Two"')));
    assert.deepEqual(kept(old, now), [true, true, true, true, false]);
    assert.deepEqual(editTo(old, ''), parse(''));
    assert.deepEqual(editTo(parse(''), FILE), old);
  });

  it('makes what a fresh reading makes, whatever is changed', function () {
    this.timeout(120_000);
    const random = new Random(7);
    for (let round = 0; round < 30; round++) {
      let document = parse(realistic(random), {
        core: random.chance(0.8),
        version: random.chance(0.2) ? '1.0' : '1.1',
      });
      for (let change = 0; change < 25; change++) {
        const { start, end, text } = randomChange(random, document.text);
        const now = edit(document, start, end, text);
        assert.deepEqual(
          now,
          parse(now.text, now.options),
          JSON.stringify({ text: document.text, start, end, put: text }),
        );
        assertUntouchedAreKept(document, now, start, end);
        document = now;
      }
    }
  });

  it('knows again what it has read with the other number of fences before it', () => {
    const old = parse(FILE);
    const opened = edit(old, 0, 0, '# """\n');
    const closed = edit(opened, 0, 6, '');
    assert.deepEqual(closed, old);
    assert.deepEqual(kept(old, closed), [false, true, true, true, true]);
    const openedAgain = edit(closed, 0, 0, '# """\n');
    assert.deepEqual(kept(opened, openedAgain), [false, true, true, true, true]);
  });

  it('makes what a fresh reading makes, however often fences come and go between other edits', function () {
    this.timeout(120_000);
    const random = new Random(11);
    for (let round = 0; round < 40; round++) {
      let document = parse(realistic(random));
      for (let change = 0; change < 30; change++) {
        const opens = random.chance(0.6) && !document.text.startsWith('# """\n');
        const closes = random.chance(0.6) && document.text.startsWith('# """\n');
        const { start, end, text } = opens
          ? { start: 0, end: 0, text: '# """\n' }
          : closes
            ? { start: 0, end: 6, text: '' }
            : randomChange(random, document.text);
        const now = edit(document, start, end, text);
        assert.deepEqual(now, parse(now.text), JSON.stringify({ text: document.text, start, end }));
        document = now;
      }
    }
  });
});

const pairOf = ({ old, now }: { old: TomlDocument; now: TomlDocument }) => [old, now] as const;

const SCRAPS = [
  ...[
    '"',
    "'",
    '"""',
    "'''",
    '[',
    ']',
    '[[',
    ']]',
    '{',
    '}',
    '=',
    ',',
    '.',
    '#',
    '\\',
    '\n',
    '\r\n',
    ' ',
  ],
  ...[
    '\n[a.b]\n',
    '\n[[stack]]\n',
    'x = 1\n',
    'x = """\n',
    '\n"""\n',
    'x = [\n',
    'x = {\n',
    'tru',
    '\ud800',
    '\u0000',
  ],
];

const cases = fixture<{ text: string }>('oracle/toml_cases.ndjson.gz').map(({ text }) => text);

/** A file of a few resources, some of them wrong. */
function realistic(random: Random): string {
  return Array.from({ length: random.between(1, 8) }, () => random.pick(cases)).join('\n');
}

function randomChange(random: Random, old: string): { start: number; end: number; text: string } {
  const start = random.between(0, old.length);
  const length = random.pick([0, 0, 0, 1, 1, 2, 5, 30]);
  const text = random.chance(0.3)
    ? ''
    : random.chance(0.9)
      ? random.pick(SCRAPS)
      : random.pick(cases);
  return { start, end: Math.min(old.length, start + length), text };
}

/**
 * Sound blocks that an edit does not touch are the same objects, where they stand as far inside of a fence as before or
 * have no backslash.
 */
function assertUntouchedAreKept(
  old: TomlDocument,
  now: TomlDocument,
  start: number,
  end: number,
): void {
  const shift = now.text.length - old.text.length;
  const oldAt = new Map(old.starts.map((at, index) => [at, index]));
  now.blocks.forEach((block, index) => {
    if (index === 0) return;
    const at = now.starts[index]!;
    const isSameWay = (before: number) =>
      old.insideFence[before] === now.insideFence[index] ||
      !now.text.slice(at, at + block.reach).includes('\\');
    const before = oldAt.get(at);
    const after = oldAt.get(at - shift);
    if (before !== undefined && at + old.blocks[before]!.reach <= start && isSameWay(before)) {
      assert.equal(block, old.blocks[before]);
    } else if (after !== undefined && at - shift >= end && isSameWay(after)) {
      if (after > 0) assert.equal(block, old.blocks[after]);
    }
  });
}

import assert from 'node:assert/strict';
import { recording, updatesAt } from './testing/recording.ts';
import { plainText, styledText } from './styledText.ts';

const esc = '\x1b';

describe('styled text of a log', () => {
  it("takes Core's span tags for styles", () => {
    assert.deepEqual(
      styledText(
        `<span style="color: var(--mantine-color-dimmed)">INFO</span>: stage '<span style="font-weight: bolder">Deploy</span>' ` +
          `<span style="color: var(--mantine-color-green-6)">done</span>`,
      ),
      [
        { text: 'INFO', dim: true },
        { text: ": stage '" },
        { text: 'Deploy', bold: true },
        { text: "' " },
        { text: 'done', color: 'green' },
      ],
    );
  });

  it('knows the class names of Komodo 1.x, and spans inside of spans', () => {
    assert.deepEqual(
      styledText('<span class="text-red-500">a<span style="font-weight: bold">b</span>c</span>'),
      [
        { text: 'a', color: 'red' },
        { text: 'b', color: 'red', bold: true },
        { text: 'c', color: 'red' },
      ],
    );
  });

  it('reads colors in a style as they are asked for', () => {
    const styles = [
      ['color: #0a0', { color: '#00aa00' }],
      ['color: #12AB9f; font-style: italic', { color: '#12ab9f', italic: true }],
      ['color: red; background-color: yellow', { color: 'red', background: 'yellow' }],
      ['text-decoration: line-through', { strike: true }],
    ] as const;
    for (const [css, style] of styles)
      assert.deepEqual(styledText(`<span style="${css}">x</span>`), [{ text: 'x', ...style }]);
  });

  it('leaves every other markup as text', () => {
    const texts = [
      '<b>bold</b> &amp; "quotes"',
      '<script>alert(1)</script>',
      '<img src=x onerror="alert(1)">',
      '<span class="card">not of Core</span>',
      '<span onclick="alert(1)">x</span>',
      '<span style="background: url(http://127.0.0.1/x)">x</span>',
      '<span style="color: var(--mantine-color-red-6)" id="x">x</span>',
      'a </span> b',
      '<span ',
      'Vec<String>, <SPAN style="color: red">x</SPAN>',
    ];
    for (const text of texts) assert.deepEqual(styledText(text), [{ text }]);
  });

  it('closes the right tag when some are text', () => {
    assert.deepEqual(styledText('<span style="color: red">a<span id="x">b</span>c</span>d'), [
      { text: 'a<span id="x">b</span>c', color: 'red' },
      { text: 'd' },
    ]);
  });

  it('follows ANSI colors: names, 256, 16 million, and back', () => {
    assert.deepEqual(
      styledText(
        `${esc}[1;31mred${esc}[22m thin${esc}[0m plain ${esc}[38;5;208morange ${esc}[38;2;1;2;3;4mexact${esc}[m ` +
          `${esc}[92;44mbright${esc}[39;49m ${esc}[38;5;9mnine ${esc}[48;5;240mgrey`,
      ),
      [
        { text: 'red', bold: true, color: 'red' },
        { text: ' thin', color: 'red' },
        { text: ' plain ' },
        { text: 'orange ', color: '#ff8700' },
        { text: 'exact', color: '#010203', underline: true },
        { text: ' ' },
        { text: 'bright', color: 'bright-green', background: 'blue' },
        { text: ' ' },
        { text: 'nine ', color: 'bright-red' },
        { text: 'grey', color: 'bright-red', background: '#585858' },
      ],
    );
  });

  it('keeps ANSI inside of a span, and the span when ANSI resets', () => {
    assert.deepEqual(
      styledText(`<span style="font-weight: bolder">a${esc}[31mb${esc}[0mc</span>`),
      [
        { text: 'a', bold: true },
        { text: 'b', bold: true, color: 'red' },
        { text: 'c', bold: true },
      ],
    );
  });

  it('does what a carriage return does on a terminal', () => {
    assert.equal(plainText('10 %\r50 %\r100 %\ndone'), '100 %\ndone');
    assert.equal(plainText('long line\rshort'), 'shortline');
    assert.equal(plainText(`long line\r${esc}[Kshort`), 'short');
    assert.equal(plainText('windows\r\nends'), 'windows\nends');
    assert.equal(plainText('kept\r'), 'kept');
    assert.deepEqual(styledText(`${esc}[31mabc\r${esc}[32mX`), [
      { text: 'X', color: 'green' },
      { text: 'bc', color: 'red' },
    ]);
  });

  it('drops other sequences of a terminal and shows stray control characters', () => {
    assert.equal(
      plainText(
        `${esc}[2J${esc}[1;1Hhome${esc}]0;title\x07 ${esc}]8;;http://x${esc}\\link${esc}]8;;${esc}\\`,
      ),
      'home link',
    );
    assert.equal(plainText('c\0d\x07\x7f'), 'c␀d␇␡');
    assert.equal(plainText(`${esc}[31`), '␛[31');
  });

  it('shows what a recorded Action printed', () => {
    const [update] = updatesAt(recording('action-ansi'));
    assert.deepEqual(styledText(update!.logs[0]!.stdout), [
      { text: 'red', color: 'red' },
      { text: ' <b>bold</b> &amp; ' },
      { text: 'orange', bold: true, color: '#ff8700' },
      { text: '\nb\tc␀d\nstyled\n🦎 Action completed successfully 🦎\n' },
    ]);
  });

  it('stays quick and loses nothing on text made to be slow', () => {
    const million = 1_000_000;
    const hostile = [
      '<span ',
      `${esc}]`,
      `${esc}[31m`,
      '<span style="color: red">',
      '\ry',
      '</span>',
      '<span <',
    ];
    for (const piece of hostile) {
      const text = `start${piece.repeat(million / piece.length)}end`;
      assert.ok(plainText(text).includes('end'), piece);
    }
  });
});

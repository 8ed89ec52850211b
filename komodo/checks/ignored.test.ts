import assert from 'node:assert/strict';
import { findingsIn } from './testing/check.ts';
import { ignoring } from './index.ts';
import { readResources } from '../resources/index.ts';
import { dataOf, parse, startOf } from '../toml/index.ts';

const codesIn = (text: string) => findingsIn(text).map(({ code, text: at }) => `${code}: ${at}`);

describe('a comment that ignores a code', () => {
  it('counts for its line', () => {
    assert.deepEqual(codesIn('[[stack]]\nname = "a"\nnme = 1 # komodo: ignore[unknown-key]\n'), []);
    assert.deepEqual(
      codesIn('[[stack]]\nname = "a"\nnme = 1 # as always; komodo:ignore [ x, unknown-key ]'),
      ['unused-ignore: x'],
    );
  });

  it('counts for the pair that follows, with all that is in it', () => {
    const pair = 'config = {\n  server = "s",\n  sever = 1,\n}\n';
    assert.deepEqual(
      codesIn(`[[stack]]\nname = "a"\n# komodo: ignore[unknown-key]\n\n${pair}`),
      [],
    );
  });

  it('counts for the header that follows', () => {
    const text =
      '[[stack]]\nname = "a"\n\n# komodo: ignore[wrong-case-key]\n[[Stack]]\nname = "b"\n';
    assert.deepEqual(codesIn(text), []);
  });

  it('counts for the next line inside of an array or table', () => {
    const comment = '  # komodo: ignore[unknown-key]\n';
    const text = `[[stack]]\nname = "a"\nconfig = {\n${comment}  sever = 1,\n  brnch = "x",\n}\n`;
    assert.deepEqual(codesIn(text), ['unknown-key: brnch']);
  });

  it('does not hide what Core rejects', () => {
    const text = '[[stack]]\nname = 5 # komodo: ignore[wrong-type]\n';
    assert.deepEqual(codesIn(text), ['wrong-type: 5', 'unused-ignore: wrong-type']);
    assert.equal(
      findingsIn(text, {}, 'unused-ignore')[0]?.message,
      'What Core rejects cannot be ignored: it stays rejected.',
    );
  });

  it('is told of where there is nothing to ignore', () => {
    const [unused, unknown] = findingsIn(
      '[[stack]]\nname = "a" # komodo: ignore[unknown-key, unkown-key]\n',
    );
    assert.equal(unused?.message, 'There is no `unknown-key` to ignore here.');
    assert.equal(
      unknown?.message,
      'There is no diagnostic with the code `unkown-key`. Did you mean `unknown-key`?',
    );
    assert.deepEqual(unknown.mended, [
      '[[stack]]\nname = "a" # komodo: ignore[unknown-key, unknown-key]\n',
    ]);
  });

  it('ignores nothing without a code, and says which there would be', () => {
    const pair = (comment: string) => `[[stack]]\nname = "a"\nnme = 1 # ${comment}\n`;
    const say = (comment: string) => {
      const [found, ...others] = findingsIn(pair(comment), {}, 'unused-ignore');
      assert.deepEqual(others, []);
      return [found?.text, found?.message, ...found!.mended];
    };
    const asMeant = pair('komodo: ignore[unknown-key]');
    const message = 'This ignores nothing: write which code, `komodo: ignore[unknown-key]`.';
    assert.deepEqual(say('komodo: ignore'), ['komodo: ignore', message, asMeant]);
    assert.deepEqual(say('Komodo: ignore[]'), ['Komodo: ignore[]', message, asMeant]);
    const others = ['ignore unknown-key', 'ignore(unknown-key)', 'ignore: unknown-key'];
    for (const other of others.map((each) => `komodo: ${each}`))
      assert.deepEqual(say(other), [other, message, asMeant]);
    assert.deepEqual(
      findingsIn('[[stack]]\nname = "a" # komodo: ignore that\n').map((each) => each.message),
      ['This ignores nothing: it names no code in brackets.'],
    );
    assert.deepEqual(codesIn('# We let Komodo ignore that\n[[stack]]\nname = "a"\n'), []);
  });

  it('may be written in capitals', () => {
    assert.deepEqual(codesIn('[[stack]]\nname = "a"\nnme = 1 # KOMODO: Ignore[unknown-key]\n'), []);
  });

  it('is written where it counts', () => {
    const texts = [
      '[[stack]]\nname = "a"\n  nme = 1\n',
      '[[stack]]\nname = "b"\n[[Stack]]\nname = "a"\n',
      '[[stack]]\nname = "a"\nconfig = {\n  sever = 1,\n  branch = "x",\n}\n',
      '[[stack]]\nname = "a"\nconfig = { sever = """\nx""" }\n',
    ];
    for (const text of texts) {
      const toml = parse(text);
      const read = readResources(dataOf(toml));
      const [finding] = read.problems;
      const [edit] = ignoring(finding!, toml, read)!.edits;
      const at = startOf(toml, edit!.place.block)! + edit!.place.start;
      const after = text.slice(0, at) + edit!.text + text.slice(at);
      assert.deepEqual(codesIn(after), [], after);
    }
  });
});

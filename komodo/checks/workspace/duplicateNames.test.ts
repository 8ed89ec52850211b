import assert from 'node:assert/strict';
import { findingsIn, type World } from '../testing/check.ts';

const found = (text: string, world?: World) => findingsIn(text, world, 'duplicate-name');
const stack = '[[stack]]\nname = "web"\n';

describe('a name that is given twice', () => {
  it('is found at both places of a file', () => {
    const all = found(`${stack}description = "one"\n${stack}description = "two"\n`);
    assert.deepEqual(
      all.map(({ text, class: kind, isUnsure, elsewhere }) => [
        text,
        kind,
        isUnsure,
        elsewhere?.map(({ range }) => range.start.line),
      ]),
      [
        ['web', 'surprising', undefined, [4]],
        ['web', 'surprising', undefined, [1]],
      ],
    );
    assert.equal(
      all[0]?.message,
      'There is another stack `web`. Each sync changes it to what the one says and then to what the other says.',
    );
  });

  it('may be meant for another Core, in another file', () => {
    const [finding] = found(stack, { others: [`${stack}tags = ["a"]\n`] });
    assert.equal(finding?.isUnsure, true);
    assert.match(finding.message, /in another file. If one sync reads both, each sync changes/);
    assert.equal(finding.elsewhere?.[0]?.uri, 'file:///1.toml');
  });

  it('does no harm where both say the same, but the first time', () => {
    const [finding] = found(`${stack}\n# again\n${stack}`);
    assert.equal(finding?.class, 'style');
    assert.equal(
      finding.message,
      'There is another stack `web` that says the same. The first sync makes one, and reports the other as failed.',
    );
  });

  it('is none of two kinds', () => {
    assert.deepEqual(found(`${stack}[[deployment]]\nname = "web"\n`), []);
  });
});

import assert from 'node:assert/strict';
import { isAction, isFineInCore } from './actions.ts';

describe('a file is the script of an Action', () => {
  it('by its first line', () => {
    assert.ok(isAction('/w/a.ts', '// komodo: action\nlet a;', {}));
    assert.ok(isAction('/w/a.ts', '//komodo:action', {}));
    assert.ok(!isAction('/w/a.ts', 'let a; // komodo: action', {}));
    assert.ok(!isAction('/w/a.ts', '// komodo: actionable', {}));
    assert.ok(!isAction('/w/a.d.ts', '// komodo: action', {}));
  });

  it('by a pattern of the settings', () => {
    const config = { include: ['actions/**/*.ts'], folders: ['/w'] };
    assert.ok(isAction('/w/actions/daily/a.ts', '', config));
    assert.ok(!isAction('/w/src/a.ts', '', config));
    assert.ok(!isAction('/elsewhere/actions/a.ts', '', config));
  });

  it('where it stands in a TOML file', () => {
    assert.ok(isAction('^/komodo-action/file/w/actions.toml/a.ts', '', {}));
  });
});

describe('what TypeScript says of a script', () => {
  it('does not hold for what Core makes fine by its wrapper', () => {
    assert.ok(isFineInCore(1108, 'return;', 0));
    assert.ok(isFineInCore(1375, 'await x;', 0));
    assert.ok(!isFineInCore(2322, 'const a: string = 1;', 6));
  });

  it('does not hold for the name of a Variable', () => {
    const text = 'const port = [[PORT]];';
    assert.ok(isFineInCore(2304, text, text.indexOf('PORT')));
    assert.ok(!isFineInCore(2304, 'const port = [PORT];', 14));
  });
});

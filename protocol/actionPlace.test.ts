import assert from 'node:assert/strict';
import { actionAt, addressOf, type ActionPlace } from './actionPlace.ts';

const inFile = (path: string, name: string): ActionPlace => ({
  toml: { scheme: 'file', authority: '', path },
  name,
});

describe('the address of a script in a TOML file', () => {
  it('reads like a file beside it', () => {
    assert.deepEqual(addressOf(inFile('/home/me/actions.toml', 'restart')), {
      scheme: 'komodo-action',
      authority: 'file',
      path: '/home/me/actions.toml/restart.ts',
    });
  });

  it('leads back to the Action, whatever it is called', () => {
    const places = [
      inFile('/actions.toml', 'restart'),
      inFile('/a b/ä.toml', 'stop/start'),
      inFile('/a.toml', '100% \\ c.ts'),
      { toml: { scheme: 'untitled', authority: '', path: 'Untitled-1' }, name: 'new' },
      { toml: { scheme: 'file', authority: 'server', path: '/share/a.toml' }, name: 'unc' },
    ];
    for (const place of places) assert.deepEqual(actionAt(addressOf(place)), place);
  });

  it('means none for a folder', () => {
    assert.equal(
      actionAt({ scheme: 'komodo-action', authority: 'file', path: '/a.toml' }),
      undefined,
    );
  });
});

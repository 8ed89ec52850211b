import assert from 'node:assert/strict';
import { lackingMember, lackingType } from './otherVersions.ts';
import { bundledTypings } from './testing/typings.ts';

describe('what only another version has', () => {
  it('is told of members, with what has taken their place', async () => {
    const typings = await bundledTypings();
    assert.deepEqual(lackingMember(typings, '2.3.2', 'CreateTerminal', 'server'), {
      message: 'Komodo 2.3 has no `server` in `CreateTerminal` (1.19 has)',
      required: ['target'],
    });
    assert.deepEqual(lackingMember(typings, '1.19.1', 'CreateTerminal', 'target'), {
      message: 'Komodo 1.19 has no `target` in `CreateTerminal` (2.3 has)',
      required: ['server'],
    });
    assert.equal(lackingMember(typings, '2.3.2', 'CreateTerminal', 'none'), undefined);
    assert.equal(lackingMember(typings, '2.3.2', 'Nothing', 'none'), undefined);
  });

  it('is told of types', async () => {
    const typings = await bundledTypings();
    assert.equal(
      lackingType(typings, '2.3.2', 'GetPeripheryVersionResponse'),
      'Komodo 2.3 has no type `GetPeripheryVersionResponse` (1.19 has)',
    );
    assert.equal(lackingType(typings, '2.3.2', 'Nothing'), undefined);
  });
});

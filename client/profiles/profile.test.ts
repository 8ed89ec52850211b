import assert from 'node:assert/strict';
import {
  addressProblem,
  credentialProblem,
  nameProblem,
  normalizeAddress,
  proposedName,
  readStoredProfile,
  sandboxProfile,
  shortAddress,
} from './profile.ts';

describe('profile', () => {
  it('takes an address with or without a path and a slash at the end', () => {
    assert.equal(addressProblem('https://komodo.lan'), undefined);
    assert.equal(normalizeAddress(' https://Komodo.lan/ '), 'https://komodo.lan');
    assert.equal(normalizeAddress('https://lan.example/komodo//'), 'https://lan.example/komodo');
    assert.equal(normalizeAddress('http://127.0.0.1:9120'), 'http://127.0.0.1:9120');
  });

  it('says what is wrong with an address', () => {
    const message = (typed: string): string | undefined => addressProblem(typed)?.message;
    assert.match(message('') ?? '', /Type the address/);
    assert.match(message('komodo.lan:9120') ?? '', /https:\/\/komodo\.lan:9120/);
    assert.match(message('ftp://komodo.lan') ?? '', /https:\/\/ or http:\/\/ only/);
    assert.match(message('https://me:secret@komodo.lan') ?? '', /Leave out the user/);
    assert.doesNotMatch(message('https://me:secret@komodo.lan') ?? '', /secret@/);
    assert.match(message('https://komodo.lan/?a=1') ?? '', /from \? or #/);
    assert.match(message('https://') ?? '', /not a valid address/);
  });

  it('warns of http to another machine, and lets it pass', () => {
    assert.equal(addressProblem('http://komodo.lan')?.severity, 'warning');
    assert.equal(addressProblem('http://localhost:9120'), undefined);
    assert.equal(addressProblem('http://[::1]:9120'), undefined);
  });

  it('wants a name of its own, in whatever case', () => {
    assert.equal(nameProblem('home', ['work']), undefined);
    assert.match(nameProblem(' Work ', ['work'])?.message ?? '', /already a profile "Work"/);
    assert.match(nameProblem(sandboxProfile.name, [])?.message ?? '', /already/);
    assert.match(nameProblem('  ', [])?.message ?? '', /Give the profile a name/);
  });

  it('never repeats a credential in what it says', () => {
    assert.equal(credentialProblem('K-abc', 'key'), undefined);
    const message = credentialProblem('S-very secret', 'secret')?.message ?? '';
    assert.match(message, /no spaces/);
    assert.doesNotMatch(message, /very/);
  });

  it('proposes the host as name and shows the address without its scheme', () => {
    assert.equal(proposedName('https://komodo.lan:9120/x'), 'komodo.lan:9120');
    const profile = { kind: 'core', id: '1', name: 'x', address: 'https://komodo.lan/x' } as const;
    assert.equal(shortAddress(profile), 'komodo.lan/x');
  });

  it('reads what is stored, and leaves out what it cannot read', () => {
    const stored = { id: '1', name: 'lan', address: 'https://komodo.lan' };
    assert.deepEqual(readStoredProfile(stored), { kind: 'core', ...stored });
    assert.equal(readStoredProfile({ ...stored, address: 'nonsense' }), undefined);
    assert.equal(readStoredProfile({ id: 1 }), undefined);
    assert.equal(readStoredProfile(null), undefined);
  });
});

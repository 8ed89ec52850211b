import assert from 'node:assert/strict';
import { readClientTypings } from './clientTypings.ts';
import type { CoreError } from './coreError.ts';
import { failure, TestCore } from './testing/testCore.ts';

describe('the typings that a Core serves', () => {
  let core: TestCore;
  beforeEach(async () => (core = await new TestCore().start()));
  afterEach(() => core.stop());

  const serve = (name: string, body: string) =>
    core.reply(`/client/${name}`, { headers: { 'content-type': 'text/plain' }, body });

  it('are read as they are, the newer files where there are any', async () => {
    for (const name of ['lib', 'types', 'responses']) serve(`${name}.d.ts`, `// ${name}`);
    core.reply('/client/terminal.d.ts', failure(404, 'File terminal.d.ts not found.'));
    const all = {
      'lib.d.ts': '// lib',
      'types.d.ts': '// types',
      'responses.d.ts': '// responses',
    };
    assert.deepEqual(await readClientTypings(core.client()), all);
    serve('terminal.d.ts', '// terminal');
    assert.deepEqual(await readClientTypings(core.client()), {
      ...all,
      'terminal.d.ts': '// terminal',
    });
  });

  it('are not there where a page comes, too much of them, or nothing in time', async () => {
    const kindOf = async (call: Promise<unknown>) => {
      try {
        await call;
      } catch (error) {
        return (error as CoreError).kind;
      }
    };
    for (const name of ['types', 'responses', 'terminal']) serve(`${name}.d.ts`, '');
    serve('lib.d.ts', '<!doctype html><html></html>');
    assert.equal(await kindOf(readClientTypings(core.client())), 'not-komodo');
    serve('lib.d.ts', 'x'.repeat(5 * 1024 * 1024));
    assert.equal(await kindOf(readClientTypings(core.client())), 'too-large');
    core.reply('/client/lib.d.ts', () => undefined);
    assert.equal(await kindOf(readClientTypings(core.client(), { timeoutMs: 20 })), 'timeout');
  });
});

import assert from 'node:assert/strict';
import { bundledTypings } from '../../server/actions/testing/typings.ts';
import { answerAction } from './action.ts';
import { reply } from './reply.ts';

describe('an answer about the script of an Action', () => {
  it('has what is wrong with it, line by line', async () => {
    const typings = await bundledTypings();
    const answer = answerAction(() => typings);
    const ask = (question: object) =>
      JSON.parse(reply(JSON.stringify(question), answer)) as unknown;
    assert.deepEqual(ask({ id: 1, script: '// 🦎\n"🦎"; const x = ;' }), {
      id: 1,
      diagnostics: [
        { line: 2, column: 17, code: 1109, severity: 'error', message: 'Expression expected.' },
      ],
    });
    const script = 'await komodo.read("ListDockerNetworks", { server: "a" });';
    assert.deepEqual(ask({ id: 2, script, core: '1.19.5' }), { id: 2, diagnostics: [] });
    assert.match(JSON.stringify(ask({ id: 3, script })), /"code":"unknown-request"/);
    const ignored = `// komodo: ignore[unknown-request]\n${script}\n`;
    assert.deepEqual(ask({ id: 3, script: ignored }), { id: 3, diagnostics: [] });
    assert.deepEqual(ask({ id: 4 }), { id: 4, bad_question: 'missing field `script`' });
  });
});

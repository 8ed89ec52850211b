import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const found = (text: string, world?: World) => findingsIn(text, world, 'unknown-variable');
const stack = (environment: string) =>
  `[[stack]]\nname = "a"\n[stack.config]\nenvironment = """\n${environment}\n"""\n`;
const others = ['[[variable]]\nname = "API_TOKEN"\nvalue = "x"\n'];

describe('a Variable that there is none of', () => {
  it('is found in what Core fills in', () => {
    const [finding, ...rest] = found(stack('A=[[API_TOKEN]]\nB=[[API_TOKNE]]'), { others });
    assert.deepEqual(rest, []);
    assert.equal(finding?.class, 'surprising');
    assert.equal(finding.isUnsure, true);
    assert.equal(finding.text, 'API_TOKNE');
    assert.equal(
      finding.message,
      'There is no Variable `API_TOKNE` in this workspace. If it is no secret in the configuration of Core or ' +
        'a Periphery either, the text stays `[[API_TOKNE]]`. Did you mean `API_TOKEN`?',
    );
    assert.deepEqual(finding.mended, [stack('A=[[API_TOKEN]]\nB=[[API_TOKEN]]')]);
  });

  it('is looked for on Core too', () => {
    const core = coreWith({}, { variables: ['ON_CORE'] });
    assert.deepEqual(found(stack('A=[[ON_CORE]]\nB=[[API_TOKEN]]'), { core, others }), []);
    assert.match(found(stack('A=[[ZEBRA]]'), { core })[0]!.message, /`ZEBRA` on komodo\.lan\./);
    const withSecrets = { ...core, secrets: ['OF_CONFIG'] };
    const [zebra, ...rest] = found(stack('A=[[OF_CONFIG]]\nB=[[ZEBRA]]'), { core: withSecrets });
    assert.deepEqual(rest, []);
    assert.match(zebra!.message, /no secret in the configuration of a Periphery either/);
  });

  it('may be kept out of the files, which no Core tells', () => {
    assert.deepEqual(found(stack('A=[[ZEBRA]]')), []);
    assert.deepEqual(found(stack('A=[[ZEBRA]]'), { others }), []);
  });

  it('is told from other brackets, and from what Core gives to Actions', () => {
    const script = 'const key = "[[ACTION_API_KEY]]";\\nconst rows = [[a]];';
    const action = `[[action]]\nname = "a"\nconfig.file_contents = '''${script}'''\n`;
    assert.deepEqual(found(action, { others }), []);
    assert.deepEqual(found(stack('[[inputs]]'), { others }), []);
    assert.deepEqual(found(stack('[[inputs]]'), { others, core: coreWith({}) }), []);
    assert.equal(found(stack('A=[[api_token]]'), { others })[0]?.text, 'api_token');
  });

  it('is not found with spaces in its brackets', () => {
    const found = findingsIn(
      '[[stack]]\nname = "a"\nconfig.environment = "A = [[ TOKEN ]] [[TOKEN\t]] [[TOKEN]] [[ X ]]"\n[[variable]]\nname = "TOKEN"\n',
      {},
      'unknown-variable',
    );
    assert.deepEqual(
      found.map(({ text, mended }) => [text, /A = (.*)"/.exec(mended[0]!)?.[1]]),
      [
        [' TOKEN ', '[[TOKEN]] [[TOKEN\t]] [[TOKEN]] [[ X ]]'],
        ['TOKEN\t', '[[ TOKEN ]] [[TOKEN]] [[TOKEN]] [[ X ]]'],
      ],
    );
    assert.equal(
      found[0]?.message,
      'Core looks for a Variable of this name with its spaces, and leaves the text as it is: write `[[TOKEN]]`.',
    );
  });
});

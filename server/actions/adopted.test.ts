import assert from 'node:assert/strict';
import { adopted, tryTypings } from './adopted.ts';
import { diagnose } from './diagnose.ts';
import { Scripts } from './scripts.ts';
import { servedTypings, typingsWithFrobStack } from './testing/servedTypings.ts';
import { bundledTypings } from './testing/typings.ts';

describe('the typings that a Core serves', () => {
  const adopt = async (files: Record<string, string>) => {
    const typings = adopted(await bundledTypings(), { version: '2.9.0', files });
    tryTypings(new Scripts(typings, '2.9.0'));
    return typings;
  };
  const changed = (name: string, change: (text: string) => string) => {
    const files = servedTypings();
    return { ...files, [name]: change(files[name]!) };
  };

  it('are used for its version', async () => {
    const typings = await adopt(typingsWithFrobStack());
    const codes = (core: string) => {
      const scripts = new Scripts(typings, core);
      scripts.set('a', 'console.log(await komodo.read("FrobStack", { stack: "web" }));');
      return diagnose(scripts, 'a').map(({ code }) => code);
    };
    assert.deepEqual(codes('2.9.0'), []);
    assert.deepEqual(codes('2.3.2'), ['unknown-request']);
  });

  it('are those of npm, but for what they import', async () => {
    const { versions } = await adopt(servedTypings());
    assert.deepEqual(versions['2.9.0'], versions['2.3.2']);
  });

  it('are refused where they are none', async () => {
    const refusals: [Record<string, string>, RegExp][] = [
      [{}, /^there is no lib\.d\.ts$/],
      [changed('lib.d.ts', () => '\u0000\u0001garbage{{{'), /lib\.d\.ts/],
      [changed('types.d.ts', (text) => `${text}}}`), /of types\.d\.ts is no TypeScript/],
      [changed('types.d.ts', () => 'export {};'), /types\.d\.ts has no ReadRequest/],
      [
        changed('responses.d.ts', (text) => text.replace('GetVersion:', 'GotVersion:')),
        /a plain script would be wrong with them/,
      ],
    ];
    for (const [files, why] of refusals)
      await assert.rejects(adopt(files), ({ message }: Error) => why.test(message), why.source);
  });
});

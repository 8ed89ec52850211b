import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { argsTypeOf } from './argsType.ts';

function typeOf(config: string): string | undefined {
  const document = documentOf(`[[action]]\nname = "a"\n[action.config]\n${config}\n`);
  return argsTypeOf(document.resources(schemaFor()).resources[0]!, document.toml);
}

describe('the type of ARGS', () => {
  it('is that of the default arguments', () => {
    assert.equal(
      typeOf(
        `arguments_format = "json"\narguments = '{ "a": 1, "b-c": ["x"], "d": { "e": null } }'`,
      ),
      '{ "a": number; "b-c": (string)[]; "d": { "e": any; [name: string]: any }; [name: string]: any }',
    );
    assert.equal(
      typeOf(`arguments_format = "toml"\narguments = '''\na = "x"\nb = [1, "y"]\nc.d = true\n'''`),
      '{ "a": string; "b": any[]; "c": { "d": boolean; [name: string]: any }; [name: string]: any }',
    );
    assert.equal(
      typeOf('arguments_format = "yaml"\narguments = "a: [1]"'),
      '{ "a": (number)[]; [name: string]: any }',
    );
    assert.equal(
      typeOf(`arguments = '''\n# none\nNAME = value\n- OTHER: "x"\nNAME=2\n'''`),
      '{ "NAME": string; "OTHER": string; [name: string]: any }',
    );
  });

  it('is not known without them, and where they are broken', () => {
    assert.equal(typeOf(''), undefined);
    assert.equal(typeOf('arguments_format = "json"\narguments = "{"'), undefined);
  });
});

import assert from 'node:assert/strict';
import { documentationOf } from './documentation.ts';
import { schemaFor } from './index.ts';

const documentation = {
  StackConfig: { '': 'How a stack runs.', server_id: 'Where it runs.' },
  ResourceToml: { name: 'What it is called.' },
};
const typeOf = (name: string) => schemaFor().types.get(name)!;

describe('documentation', () => {
  it('of a field stands under the full type of a config', () => {
    assert.equal(
      documentationOf(documentation, typeOf('PartialStackConfig'), 'server_id'),
      'Where it runs.',
    );
  });
  it('of a type is found without a field', () => {
    assert.equal(documentationOf(documentation, typeOf('PartialStackConfig')), 'How a stack runs.');
  });
  it('of what every block has is shared by all kinds', () => {
    const block = typeOf('ResourceToml<PartialStackConfig>');
    assert.equal(documentationOf(documentation, block, 'name'), 'What it is called.');
    assert.equal(documentationOf(documentation, block, 'tags'), undefined);
  });
});

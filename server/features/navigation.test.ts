import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf, textIn, withCursor } from '../testing/text.ts';
import type { Document } from '../workspace/document.ts';
import { namesIn } from '../workspace/names.ts';
import { definitions, highlights, references } from './navigation.ts';

const stage = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n';
const stacks = documentOf(
  '[[stack]]\nname = "web"\n[stack.config]\nserver = "s1"\n\n[[deployment]]\nname = "db"\n',
);

/** What is found from the cursor: the line of each place, in the file itself (here) or in the other. */
function from(marked: string) {
  const { document, position } = withCursor(marked);
  const here = { ...namesIn(document, schemaFor()), uri: 'here' };
  const there = { ...namesIn(stacks, schemaFor()), uri: 'there' };
  const files = [here, there];
  const documents: Record<string, Document> = { here: document, there: stacks };
  const lineOf = ({ uri, range }: Location) =>
    `${uri}: ${documents[uri]!.text.split('\n')[range.start.line]!}`;
  return {
    definitions: definitions(here, position, files).map(lineOf),
    references: references(here, position, files, false).map(lineOf),
    all: references(here, position, files, true).length,
    highlights: highlights(here, position).map(({ range }) => textIn(document, range)),
  };
}

describe('going from name to name', () => {
  it('leads from an execution to what it acts on', () => {
    const found = from(
      `${stage}executions = [\n  { execution.type = "DeployStack", execution.params.stack = "w|eb" },\n  { execution.type = "BatchDeployStack", execution.params.pattern = "x, web" },\n]`,
    );
    assert.deepEqual(found.definitions, ['there: name = "web"']);
    assert.deepEqual(found.references, [
      'here:   { execution.type = "DeployStack", execution.params.stack = "web" },',
      'here:   { execution.type = "BatchDeployStack", execution.params.pattern = "x, web" },',
    ]);
    assert.equal(found.all, 3);
    assert.deepEqual(found.highlights, ['web', 'web']);
  });

  it('leads from a definition to what uses it', () => {
    const found = from('[[server]]\nname = "s|1"\n');
    assert.deepEqual(found.definitions, ['here: name = "s1"']);
    assert.deepEqual(found.references, ['there: server = "s1"']);
  });

  it('knows kinds from one another', () => {
    assert.deepEqual(from('[[server]]\nname = "w|eb"\n').references, []);
    assert.deepEqual(from('[[stack]]\nname = "x"\nafter = ["d|b"]').definitions, [
      'there: name = "db"',
    ]);
  });

  it('leads nowhere from what is no name', () => {
    assert.deepEqual(from('[[stack]]\nname = "x"\ndescription = "w|eb"').definitions, []);
  });
});

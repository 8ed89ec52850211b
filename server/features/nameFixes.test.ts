import assert from 'node:assert/strict';
import type { AnnotatedTextEdit, TextDocumentEdit } from 'vscode-languageserver';
import { check, type Surroundings } from '../../komodo/checks/index.ts';
import { coreWith } from '../testing/context.ts';
import { filesWith } from '../testing/files.ts';
import { afterEdits } from './rewrites/effect.ts';
import { isNameFix, nameFixed } from './nameFixes.ts';
import { quickFixes } from './quickFixes.ts';

/** What the fix at the cursor makes of each file without asking, and what it asks about. */
async function fixed(texts: Readonly<Record<string, string>>, onCore?: readonly string[]) {
  const core = onCore ? coreWith({ stack: onCore }) : null;
  const { document, position, context, documents, place } = filesWith(texts, { core });
  const surroundings: Surroundings = {
    file: { uri: document.uri },
    now: context.now,
    state: {},
    names: context,
    definitionsOf: (kind, name) => context.index.definitionsOf(kind, name),
    procedureNamed: (name) => context.index.procedureNamed(name),
  };
  const found = check(document.resources(context.schema), document.toml, surroundings);
  const range = { start: position, end: position };
  const [fix] = quickFixes(document, range, found, context.schema, []);
  assert.ok(isNameFix(fix?.data));
  const byUri = new Map([...documents.values()].map((each) => [each.uri, each]));
  const files = {
    open: (uri: string) => (uri === document.uri ? document : undefined),
    read: (uri: string) => Promise.resolve(byUri.get(uri)),
  };
  const editor = { documentChanges: true, changeNotes: true };
  const { edit } = await nameFixed(fix.data, document, context, files, editor);
  const after: Record<string, string> = {};
  const asked: string[] = [];
  for (const { textDocument, edits } of edit.documentChanges as TextDocumentEdit[]) {
    const all = edits as AnnotatedTextEdit[];
    const noted = all.filter(({ annotationId }) => annotationId as string | undefined);
    asked.push(
      ...noted.map(
        ({ annotationId, range }) => `${annotationId}: ${place({ ...textDocument, range })}`,
      ),
    );
    const sure = all.filter((each) => !noted.includes(each));
    const before = byUri.get(textDocument.uri)!;
    const text = afterEdits(before, sure).text;
    if (text !== before.text) after[textDocument.uri.replace(/.*\//, '')] = text;
  }
  return { title: fix.title, after, asked };
}

const procedure = (type: string, param: string) =>
  `[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "s"\nexecutions = [{ execution.type = "${type}", execution.params.${param} }]\n`;

describe('the fix of a name that Core rewrites or refuses', () => {
  const files = (name: string, cursor = '') => ({
    a: `[[stack]]\nname = "${cursor}${name}" # My Stack\n[[server]]\nname = "My Stack"\n`,
    b: `[[stack]]\nname = "b"\nafter = ['${name}']\n${procedure('BatchDeployStack', `pattern = "a, ${name}"`)}`,
    c: `[[action]]\nname = "c"\n[action.config]\nfile_contents = """\nawait komodo.execute("DeployStack", { stack: '${name}' });\n"""\n`,
  });

  it('writes the new one in all files, in patterns and scripts', async () => {
    const { title, after, asked } = await fixed(files('My Stack', '|'));
    assert.equal(title, 'Change to `my_stack` here and wherever it is used');
    assert.deepEqual(after, files('my_stack'));
    assert.deepEqual(asked, []);
  });

  it('takes it for the one that Core has under the new name', async () => {
    const { after, asked } = await fixed(files('My Stack', '|'), ['my_stack', 'b']);
    assert.deepEqual([after, asked], [files('my_stack'), []]);
  });

  it('shows the patterns that pick the old one, and so nothing on Core', async () => {
    const { asked } = await fixed({
      a: '[[stack]]\nname = "|My Stack"\n',
      b: procedure('BatchDeployStack', 'pattern = "My*"'),
      c: procedure('BatchDeployStack', 'pattern = "my_*"'),
    });
    assert.deepEqual(asked, ['Patterns that do not pick “my_stack”: b:5 ']);
  });

  it('is there for Variables', async () => {
    const texts = (name: string, cursor = '') => ({
      a: `[[variable]]\nname = "${cursor}${name}"\nvalue = "1"\n`,
      b: `[[stack]]\nname = "a"\nconfig.environment = "A=[[${name}]]"\n`,
    });
    const { after } = await fixed(texts('API-TOKEN', '|'));
    assert.deepEqual(after, texts('API_TOKEN'));
  });
});

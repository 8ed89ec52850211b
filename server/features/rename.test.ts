import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { coreWith } from '../testing/context.ts';
import { filesWith } from '../testing/files.ts';
import type { Context } from './context.ts';
import { renameable, renaming } from './rename.ts';
import { editOf } from './renameEdit.ts';

type Texts = Readonly<Record<string, string>>;

/** What becomes of the files without asking anybody, and what a person is asked, by the reason. */
async function rename(
  texts: Texts,
  newName: string,
  given: Partial<Context> = {},
  editor = { documentChanges: true, changeNotes: true },
) {
  const { document, position, context, documents, place } = filesWith(texts, given);
  const plan = renaming(document, position, newName, context);
  if ('refused' in plan) return { refused: plan.refused };
  const byUri = new Map([...documents.values()].map((each) => [each.uri, each]));
  const files = {
    open: (uri: string) => (uri === document.uri ? document : undefined),
    read: (uri: string) => Promise.resolve(byUri.get(uri)),
  };
  const { edit, remarks } = await editOf(plan, files, editor);
  const after: Record<string, string> = {};
  const asked: string[] = [];
  const changes = (edit.documentChanges as TextDocumentEdit[] | undefined)?.map(
    ({ textDocument, edits }) => [textDocument.uri, edits] as const,
  );
  for (const [uri, edits] of changes ?? Object.entries(edit.changes!)) {
    const before = byUri.get(uri)!;
    let text = before.text;
    for (const each of edits.toSorted(
      (a, b) =>
        b.range.start.line - a.range.start.line ||
        b.range.start.character - a.range.start.character,
    )) {
      if (!('range' in each)) throw new Error('no range');
      const newText = 'newText' in each ? each.newText : '';
      if ('annotationId' in each) {
        const line = before.text.split('\n')[each.range.start.line]!;
        const { start, end } = each.range;
        const changed = `${line.slice(0, start.character)}${newText}${line.slice(end.character)}`;
        const words = changed === line ? 'stays' : changed.trim();
        asked.unshift(
          `${each.annotationId}: ${place({ uri, range: each.range }).split(' ')[0]} ${words}`,
        );
        continue;
      }
      text =
        text.slice(0, before.lines.offsetAt(each.range.start)) +
        newText +
        text.slice(before.lines.offsetAt(each.range.end));
    }
    if (text !== before.text) after[uri.slice(uri.lastIndexOf('/') + 1)] = text;
  }
  return { after, asked, remarks };
}

const stage = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n';
const batch = (pattern: string) =>
  `${stage}executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = ${pattern} }]\n`;
const action = (script: string) =>
  `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;
const web = '[[stack]]\nname = "w|eb"\n';

describe('renaming', () => {
  it('changes a name where it is defined and wherever it is used', async () => {
    const { after, asked } = await rename(
      {
        a: web,
        b: `[[stack]]\nname = 'x'\nafter = ['web']\n${batch('"db, web"')}`,
        c: action('await komodo.execute("DeployStack", { stack: `web` });'),
        d: '[[server]]\nname = "web"\n[[stack]]\nname = "web-2"\n',
      },
      'app',
    );
    assert.deepEqual(after, {
      a: '[[stack]]\nname = "app"\n',
      b: `[[stack]]\nname = 'x'\nafter = ['app']\n${batch('"db, app"')}`,
      c: action('await komodo.execute("DeployStack", { stack: `app` });'),
    });
    assert.deepEqual(asked, []);
  });

  it('can begin where a name is used', async () => {
    const { after } = await rename(
      { a: '[[stack]]\nname = "web"\n', b: '[[stack]]\nname = "x"\nafter = ["we|b"]\n' },
      'app',
    );
    assert.deepEqual(Object.keys(after!), ['a', 'b']);
  });

  it('changes Variables in all texts', async () => {
    const { after } = await rename(
      {
        a: '[[variable]]\nname = "TO|KEN"\nvalue = ""\n',
        b: '[[stack]]\nname = "x"\nconfig.environment = """\nA = [[TOKEN]]\nB = [[TOKEN_2]]\n"""\n',
        c: action('const a = "[[TOKEN]]"; komodo.write("UpdateVariableValue", { name: "TOKEN" });'),
      },
      'KEY',
    );
    assert.match(after!.b!, /A = \[\[KEY\]\]\nB = \[\[TOKEN_2\]\]/);
    assert.match(after!.c!, /"\[\[KEY\]\]".*name: "KEY"/);
  });

  it('changes tags, which nothing defines', async () => {
    const { after, remarks } = await rename(
      {
        a: '[[stack]]\ntags = ["pr|od"]\n',
        b: '[[resource_sync]]\nconfig.match_tags = ["prod"]\n',
      },
      'live',
    );
    assert.deepEqual(after, {
      a: '[[stack]]\ntags = ["live"]\n',
      b: '[[resource_sync]]\nconfig.match_tags = ["live"]\n',
    });
    assert.deepEqual(remarks, []);
  });

  describe('asks a person', () => {
    it('about patterns for which the new name makes a difference, which stay as they are', async () => {
      const { after, asked, remarks } = await rename(
        {
          a: '[[stack]]\nname = "web|-1"\n',
          b: batch(String.raw`'web-*, \^app\, x'`),
          c: batch('"*"'),
          d: batch('"app-*"'),
          e: batch('"web-*, web-1"'),
        },
        'app-1',
      );
      assert.deepEqual(Object.keys(after!), ['a', 'e']);
      assert.deepEqual(asked, ['Patterns that will pick “app-1”: d:5 stays']);
      assert.deepEqual(remarks, ['Tick what is to be changed. Patterns that will pick “app-1”.']);
      const away = await rename({ a: '[[stack]]\nname = "web|-1"\n', b: batch('"web-*"') }, 'db');
      assert.deepEqual(away.asked, [
        `Patterns that will not pick “db”: b:5 ${batch('"web-*, db"').split('\n')[4]!}`,
      ]);
      const group =
        '[[user_group]]\nname = "g"\npermissions = [{ target = { type = "Stack", id = "web-*" }, level = "Read" }]';
      const grouped = await rename({ a: '[[stack]]\nname = "web|-1"\n', b: group }, 'db');
      assert.deepEqual(grouped.asked, ['Permissions that will not be for “db”: b:3 stays']);
    });

    it('about texts in scripts that may be something else', async () => {
      const { asked } = await rename(
        { a: web, b: action('for (const name of ["web", "db"]) deploy(name);') },
        'app',
      );
      assert.deepEqual(asked, [
        '“web” in a script: b:5 for (const name of ["app", "db"]) deploy(name);',
      ]);
    });

    it('when the name is taken, in files or on Core', async () => {
      const taken = 'There is a stack “app” already';
      const { after, asked } = await rename({ a: web, b: '[[stack]]\nname = "app"\n' }, 'app');
      assert.deepEqual([after, asked], [{}, [`${taken}: a:2 name = "app"`]]);
      const core = coreWith({ stack: ['app'] });
      assert.deepEqual((await rename({ a: web }, 'app', { core })).asked, [
        `${taken}: a:2 name = "app"`,
      ]);
    });

    it('which of two of one name is meant', async () => {
      const texts = {
        a: web,
        b: '[[stack]]\nname = "web"\n[[stack]]\nname = "x"\nafter = ["web"]',
      };
      const { after, asked } = await rename(texts, 'app');
      assert.deepEqual(after, { a: '[[stack]]\nname = "app"\n' });
      assert.deepEqual(asked, [
        'Another stack “web”: b:2 name = "app"',
        'May mean the other stack “web”: b:5 after = ["app"]',
      ]);
    });
  });

  describe('is refused', () => {
    it('where Core would use another name, which it says', async () => {
      assert.deepEqual(await rename({ a: web }, 'My App'), {
        refused: 'Core would call the stack `my_app` and not `My App`: type `my_app`.',
      });
      const old = { schema: schemaFor('2.2.0') };
      assert.ok((await rename({ a: web }, 'a/b', old)).after);
      assert.match((await rename({ a: web }, '')).refused!, /cannot be empty/);
      const variable = '[[variable]]\nname = "T|"\nvalue = ""';
      assert.match((await rename({ a: variable }, 'a-b')).refused!, /letters, digits and _/);
    });
    it('where no name stands', async () => {
      assert.deepEqual(await rename({ a: '[[stack]]\nna|me = "web"' }, 'x'), {
        refused: 'No name of a resource, tag or Variable stands here.',
      });
    });
  });

  it('says what has to be done on Core', async () => {
    const { remarks } = await rename({ a: web }, 'app', { core: coreWith({ stack: ['web'] }) });
    assert.deepEqual(remarks, [
      'komodo.lan still has the stack `web`: rename it there too, or the next sync makes `app` anew.',
    ]);
    const { remarks: others } = await rename({ a: '[[stack]]\nafter = ["we|b"]' }, 'app');
    assert.match(others![0]!, /^No file defines the deployment `web`/);
  });

  it('writes names that need quotes and escapes', async () => {
    const procedure = '[[procedure]]\nname = "a|"\n';
    const uses = `${stage}executions = [\n  { execution.type = "RunProcedure", execution.params.procedure = 'a' },\n  { execution.type = "BatchRunProcedure", execution.params.pattern = "x, a" },\n]\n`;
    const { after, asked } = await rename({ a: procedure, b: uses }, String.raw`it's \d*`);
    assert.equal(
      after!.a,
      String.raw`[[procedure]]` + '\n' + String.raw`name = "it's \\d*"` + '\n',
    );
    assert.match(after!.b!, /params\.procedure = "it's \\\\d\*"/);
    assert.match(after!.b!, /pattern = "x, it's \\\\\\\\d\\\\\*"/);
    assert.deepEqual(asked, []);
  });

  it('leaves to people what it cannot write', async () => {
    const { after, asked } = await rename(
      {
        a: '[[procedure]]\nname = "a|"\n',
        b: action('komodo.execute("RunProcedure", { procedure: "a" })'),
      },
      'a, "b"',
    );
    assert.deepEqual(Object.keys(after!), ['a']);
    assert.deepEqual(asked, ['Where “a, "b"” cannot be written: b:5 stays']);
  });

  it('leaves alone what an editor cannot ask about, and says so', async () => {
    const texts = { a: web, b: action('deploy("web");'), c: '[[stack]]\nafter = ["web"]' };
    const plain = await rename(texts, 'app', {}, { documentChanges: false, changeNotes: false });
    assert.deepEqual(Object.keys(plain.after!), ['a', 'c']);
    assert.deepEqual(plain.remarks, ['Not changed. “web” in a script: b:5.']);
  });

  it('begins with the name as it is', () => {
    const at = (text: string) => {
      const { document, position, context } = filesWith({ a: text });
      const found = renameable(document, position, context);
      return 'refused' in found ? found.refused : found.placeholder;
    };
    assert.equal(at(web), 'web');
    assert.match(at(batch('"we|b-*"')), /^This picks stacks by a pattern/);
    assert.match(at('[[stack|]]'), /^No name/);
  });
});

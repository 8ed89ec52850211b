import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import { filesWith } from '../testing/files.ts';
import { previewLenses, referenceLenses } from './codeLenses.ts';

type Texts = Readonly<Record<string, string>>;
type Lenses = typeof referenceLenses;

/** Each lens of the file with the cursor: its line from 1, its words, and where its command leads to. */
function lensesIn(lenses: Lenses, texts: Texts) {
  const { document, context } = filesWith(texts);
  return lenses(document, context).map(({ range, command }: CodeLens) => {
    const [{ position }] = command!.arguments as [
      { position: { line: number; character: number } },
    ];
    const at = `${position.line + 1}:${position.character + 1}`;
    return `${range.start.line + 1} ${command!.title} (${at})`;
  });
}

describe('code lenses', () => {
  it('say how often a resource or Variable is used, over all files', () => {
    const lenses = lensesIn(referenceLenses, {
      a: '|[[server]]\nname = "s1"\n[[server]]\nname = "s2"\n[[variable]]\nname = "TOKEN"\nvalue = ""\n',
      b: '[[stack]]\nname = "x"\nconfig = { server = "s1", environment = "A = [[TOKEN]] [[TOKEN]]" }\n',
      c: '[[repo]]\nname = "r"\nconfig.server = "s1"\n',
    });
    assert.deepEqual(lenses, ['1 used by 2 (2:9)', '5 used by 2 (6:9)']);
  });

  it('lead to the preview of schedules and of the patterns of a stage', () => {
    const lenses = lensesIn(previewLenses, {
      a: `|[[procedure]]
name = "p"
config.schedule = "every day at 03:00"
[[procedure.config.stage]]
name = "One"
executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = """
web-*
db
""" }]
[[procedure.config.stage]]
name = "Two"
executions = [{ execution.type = "Sleep", execution.params.duration_ms = 1 }]
[[action]]
name = "a"
config.schedule = ""
`,
    });
    assert.deepEqual(lenses, ['1 Preview schedule (3:19)', '4 Preview web-*, db (6:81)']);
  });

  it('lead to the preview of what permissions are for', () => {
    const lenses = lensesIn(previewLenses, {
      a: `|[[user_group]]
name = "g"
permissions = [
  { target = { type = "Stack", id = "web-*" }, level = "Read" },
  { target = { type = "Stack", id = "db" }, level = "Read" },
]
`,
    });
    assert.deepEqual(lenses, ['1 Preview web-* (4:37)']);
  });
});

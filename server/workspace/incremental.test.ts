import assert from 'node:assert/strict';
import { check } from '../../komodo/checks/index.ts';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import { Random } from '../../scripts/fuzz/random.mts';
import { diagnostics } from '../features/diagnostics.ts';
import { rememberingEngine } from './rememberingEngine.ts';
import { Workspace } from './workspace.ts';

const remembering = rememberingEngine(engine);

/** Lines of which each means something to another: names, what uses them, what turns them off. */
const lines = [
  '[[stack]]\nname = "web"',
  '[[stack]]\nname = "db"\ndeploy = true\nafter = ["web"]',
  '[[stack]]\nname = "web"\ndeploy = true\nafter = ["db"]',
  '[[deployment]]\nname = "app"\n[deployment.config]\nimage.type = "Build"\nimage.params.build = "app"',
  '[[build]]\nname = "app"\ntags = ["a"]',
  '[[procedure]]\nname = "inner"',
  '[[procedure]]\nname = "outer"\nconfig.schedule = "every weekday"',
  '[[procedure.config.stage]]\nname = "s"',
  '[[procedure.config.stage]]\nname = "t"\nenabled = false',
  'executions = [',
  '  { execution.type = "RunProcedure", execution.params.procedure = "inner" },',
  '  { execution.type = "RunProcedure", execution.params.procedure = "outer" },',
  '  { execution.type = "BatchDeployStack", execution.params.pattern = "w*, \\\\^d.$\\\\" },',
  '  { execution.type = "DeployStack", execution.params.stack = "web" },',
  '  { execution.type = "RunBuild", execution.params.build = "app", enabled = false },',
  '  { execution.type = "Deploy", execution.params.deployment = "app" },',
  ']',
  '# """',
  '# komodo: ignore[busy-resource]',
  'environment = """\nA = \\d [[TOKEN]]\n"""',
  '[[variable]]\nname = "TOKEN"\nvalue = "x"',
  '[[resource_sync]]\nname = "all"\n[resource_sync.config]\nresource_path = ["."]\nfiles_on_host = false',
  '[[user_group]]\nname = "us"',
  'description = "x"',
];
const scraps = ['', '', '', 'x', '"', '"""', '\n', '[', ']', 'web', 'inner', 'false', '# ', '{'];

/** Words that stand in some of the lines; one in the place of another changes what a block says and nothing else. */
const words = ['web', 'db', 'inner', 'outer', 'app', 'true', 'false'];

/** An edit as somebody makes it: a word changed, a line put in, or something typed or taken away anywhere. */
function randomEdit(random: Random, text: string) {
  const word = random.pick(words);
  const all = Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => index);
  if (all.length > 0 && random.chance(0.4)) {
    const start = random.pick(all);
    return { start, end: start + word.length, text: random.pick(words) };
  }
  const start = random.between(0, text.length);
  const end = Math.min(text.length, start + random.pick([0, 0, 1, 2, 9]));
  return {
    start,
    end,
    text: random.chance(0.2) ? `\n${random.pick(lines)}\n` : random.pick(scraps),
  };
}

const files = ['file:///files/one.toml', 'file:///files/two.toml'];

function workspaceWith(texts: readonly string[]): Workspace {
  const workspace = new Workspace(remembering);
  workspace.folders = [{ uri: 'file:///files', name: 'work' }];
  files.forEach((uri, at) => workspace.open(uri, 1, texts[at]!));
  return workspace;
}

/** What an editor is told of a file. */
function told(workspace: Workspace, uri: string) {
  const document = workspace.document(uri)!;
  const resources = document.resources(workspace.schema);
  const found = check(resources, document.toml, workspace.surroundingsOf(uri));
  return diagnostics(document, found);
}

describe('what is told of files after each of many edits', () => {
  it('is what is told of them when they are read anew', function () {
    this.timeout(120_000);
    const random = new Random(23);
    for (let round = 0; round < 25; round++) {
      const texts = files.map(() =>
        Array.from({ length: random.between(3, 14) }, () => random.pick(lines)).join('\n'),
      );
      const workspace = workspaceWith(texts);
      for (let key = 0; key < 25; key++) {
        const uri = random.pick(files);
        const document = workspace.document(uri)!;
        const { start, end, text } = randomEdit(random, document.text);
        const range = document.lines.range(start, end);
        workspace.change(uri, key + 2, [{ range, text }]);
        // What is asked for between two keys of a fast typist is left out.
        if (random.chance(0.3)) continue;
        const anew = workspaceWith(files.map((each) => workspace.document(each)!.text));
        for (const each of files) {
          const message = workspace.document(each)!.text;
          assert.deepEqual(told(workspace, each), told(anew, each), message);
        }
      }
    }
  });
});

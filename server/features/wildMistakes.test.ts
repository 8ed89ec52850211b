import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { diagnostics } from './diagnostics.ts';
import { quickFixes } from './quickFixes.ts';

type Told = `${string} (${'rejected' | 'ignored' | 'surprising'})`;

/** A mistake that people have made in public repositories, made small. */
interface Mistake {
  readonly what: string;
  /** With what is marked between « and ». */
  readonly file: readonly string[];
  readonly told: Told;
  /** What more is told, which the same fix mends. */
  readonly besides?: readonly Told[];
  /** What the message says, in part. */
  readonly says: string;
  /** The fix that comes first, and the file after it; none where nobody can know what was meant. */
  readonly fix?: readonly [title: string, file: readonly string[]];
}

const stack = ['[[stack]]', 'name = "a"', '[stack.config]', 'server = "s"'];
const stage = ['[[procedure]]', 'name = "p"', '[[procedure.config.stage]]', 'name = "One"'];

function textOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

const mistakes: readonly Mistake[] = [
  {
    what: 'a table written as a list of tables',
    file: [...stack, '«[[stack.config.pre_deploy]]»', 'path = "x"', 'command = "sops -d a > .env"'],
    told: 'wrong-type (rejected)',
    says: 'invalid type: map, expected a string. Core takes one table here',
    fix: [
      'Write `[stack.config.pre_deploy]`',
      [...stack, '[stack.config.pre_deploy]', 'path = "x"', 'command = "sops -d a > .env"'],
    ],
  },
  {
    what: 'the config written as a list of tables',
    file: ['[[stack]]', 'name = "a"', '«[[stack.config]]»', 'server = "s"'],
    told: 'wrong-type (rejected)',
    says: 'write its header in single brackets',
    fix: ['Write `[stack.config]`', stack],
  },
  {
    what: 'the permissions on all of a kind written as lists of tables',
    file: ['[[user_group]]', 'name = "g"', '«[[user_group.all.Server]]»', 'level = "Read"'],
    told: 'wrong-type (rejected)',
    says: 'expected PermissionLevel or PermissionLevelAndSpecifics. Core takes one table here',
    fix: [
      'Write `[user_group.all.Server]`',
      ['[[user_group]]', 'name = "g"', '[user_group.all.Server]', 'level = "Read"'],
    ],
  },
  {
    what: 'the environment as a table in braces',
    file: [...stack, 'environment = «{ TZ = "Etc/UTC", PORT = 80 }»', 'auto_pull = false'],
    told: 'wrong-type (rejected)',
    says: 'expected null or string or Vec<EnvironmentVar>. Write it as lines of text',
    fix: [
      'Write it as lines of text',
      [...stack, 'environment = """', 'TZ=Etc/UTC', 'PORT=80', '"""', 'auto_pull = false'],
    ],
  },
  {
    what: 'the environment as a table with a header',
    file: [
      ...stack,
      '',
      '«[stack.config.environment]»',
      '# for the app',
      'KEY = "[[KEY]]"',
      'PORT = "80"',
      '',
      '[stack.config.pre_deploy]',
      'command = "x"',
    ],
    told: 'wrong-type (rejected)',
    says: 'Write it as lines of text between `"""`, each `NAME=value`.',
    fix: [
      'Write it as lines of text',
      [
        ...stack,
        'environment = """',
        '# for the app',
        'KEY=[[KEY]]',
        'PORT=80',
        '"""',
        '',
        '[stack.config.pre_deploy]',
        'command = "x"',
      ],
    ],
  },
  {
    what: 'a command in place of the table that holds it',
    file: [...stack, 'pre_deploy = «"docker network create x"»'],
    told: 'wrong-type (rejected)',
    says: 'expected struct SystemCommand. Write the text under `command` in it.',
    fix: ['Write it as `command`', [...stack, 'pre_deploy.command = "docker network create x"']],
  },
  {
    what: 'ports as the list that Compose takes',
    file: ['[[deployment]]', 'name = "a"', 'config.ports = [«"8080:80"»]'],
    told: 'wrong-type (rejected)',
    says: 'expected struct Conversion. Write the list as one text',
    fix: [
      'Write the list as lines of text',
      ['[[deployment]]', 'name = "a"', 'config.ports = """', '8080:80', '"""'],
    ],
  },
  {
    what: 'an image without its table',
    file: ['[[deployment]]', 'name = "a"', 'config.image = «"nginx:1"»'],
    told: 'wrong-type (rejected)',
    says: 'Write `image.type = "Image"` and `image.params.image = "…"`.',
    fix: [
      'Write it as an `Image`',
      [
        '[[deployment]]',
        'name = "a"',
        'config.image = { type = "Image", params.image = "nginx:1" }',
      ],
    ],
  },
  {
    what: 'the address of a webhook in place of an endpoint',
    file: ['[[alerter]]', 'name = "a"', 'config.endpoint = «"https://discord.com/api/webhooks/1"»'],
    told: 'wrong-type (rejected)',
    says: 'Write `endpoint.type` and `endpoint.params.url = "…"`.',
    fix: [
      'Write it as `Discord`',
      [
        '[[alerter]]',
        'name = "a"',
        'config.endpoint = { type = "Discord", params.url = "https://discord.com/api/webhooks/1" }',
      ],
    ],
  },
  {
    what: 'a duration with its unit',
    file: [
      ...stage,
      'executions = [{ execution.type = "Sleep", execution.params.duration_ms = «"1.5 min"» }]',
    ],
    told: 'wrong-type (rejected)',
    says: 'Write the number of milliseconds',
    fix: [
      'Write `90000`',
      [
        ...stage,
        'executions = [{ execution.type = "Sleep", execution.params.duration_ms = 90000 }]',
      ],
    ],
  },
  {
    what: 'a boolean as a word of other programs',
    file: [...stack, 'auto_pull = «"no"»'],
    told: 'wrong-type (rejected)',
    says: 'Write `true` or `false`',
    fix: ['Write `false`', [...stack, 'auto_pull = false']],
  },
  {
    what: 'one tag without brackets',
    file: ['[[stack]]', 'name = "a"', 'tags = «"repos"»'],
    told: 'wrong-type (rejected)',
    says: 'expected a sequence. Write it in brackets',
    fix: ['Put it in brackets', ['[[stack]]', 'name = "a"', 'tags = ["repos"]']],
  },
  {
    what: 'a path in brackets',
    file: [...stack, 'env_file_path = «["arr/.env"]»'],
    told: 'wrong-type (rejected)',
    says: 'expected a string. Write one text, without brackets.',
    fix: ['Write it as one text', [...stack, 'env_file_path = "arr/.env"']],
  },
  {
    what: 'a command as the list that Compose takes',
    file: ['[[deployment]]', 'name = "a"', 'config.command = «["python3", "-m", "app"]»'],
    told: 'wrong-type (rejected)',
    says: 'expected a string',
    fix: [
      'Write it as one text',
      ['[[deployment]]', 'name = "a"', 'config.command = "python3 -m app"'],
    ],
  },
  {
    what: 'a boolean in quotes',
    file: [...stack, 'auto_pull = «"true"»'],
    told: 'wrong-type (rejected)',
    says: 'expected a boolean. Write it without quotes.',
    fix: ['Take the quotes away', [...stack, 'auto_pull = true']],
  },
  {
    what: 'a resource in single brackets',
    file: ['«[stack]»', 'name = "a"', '[stack.config]', 'server = "s"'],
    told: 'wrong-type (rejected)',
    says: 'expected a sequence. Core takes a list of tables here: write its header in double brackets.',
    fix: ['Write `[[stack]]`', stack],
  },
  {
    what: 'a config without a resource above it',
    file: ['[«resource_sync».config]', 'repo = "a/b"'],
    told: 'wrong-type (rejected)',
    says: 'expected a sequence',
    fix: [
      'Add `[[resource_sync]]` above',
      ['[[resource_sync]]', 'name = ""', '[resource_sync.config]', 'repo = "a/b"'],
    ],
  },
  {
    what: 'one kind under two names',
    file: ['[[stack]]', 'name = "a"', '[«stacks».config]', 'server = "s"'],
    told: 'duplicate-field (rejected)',
    says: 'duplicate field `stacks`. `stack` and `stacks` are one to Core',
    fix: ['Change to `stack`', stack],
  },
  {
    what: 'an execution without params',
    file: [...stage, 'executions = [{ «execution».type = "GlobalAutoUpdate", enabled = false }]'],
    told: 'missing-field (rejected)',
    says: 'missing field `params`',
    fix: [
      'Add `params`',
      [
        ...stage,
        'executions = [{ execution.type = "GlobalAutoUpdate", execution.params = {}, enabled = false }]',
      ],
    ],
  },
  {
    what: 'a stage without a name',
    file: ['[[procedure]]', 'name = "p"', '«[[procedure.config.stage]]»', 'executions = []'],
    told: 'missing-field (rejected)',
    says: 'missing field `name`',
    fix: [
      'Add `name`',
      ['[[procedure]]', 'name = "p"', '[[procedure.config.stage]]', 'name = ""', 'executions = []'],
    ],
  },
  {
    what: 'a format of the schedule in small letters',
    file: ['[[procedure]]', 'name = "p"', 'config.schedule_format = «"cron"»'],
    told: 'unknown-variant (rejected)',
    says: 'unknown variant `cron`, expected `English` or `Cron`',
    fix: ['Change to `Cron`', ['[[procedure]]', 'name = "p"', 'config.schedule_format = "Cron"']],
  },
  {
    what: 'a merge that was not finished',
    file: [
      '[[stack]]',
      'name = "a"',
      '«<<<<<<< HEAD',
      'tags = ["x"]',
      '=======',
      'tags = ["y"]',
      '>>>>>>> 433ed7e»',
      '[stack.config]',
      'server = "s"',
    ],
    told: 'merge-conflict (rejected)',
    says: 'keep one side or both',
    fix: [
      'Take ours (HEAD)',
      ['[[stack]]', 'name = "a"', 'tags = ["x"]', '[stack.config]', 'server = "s"'],
    ],
  },
  {
    what: 'a line that a merge has left',
    file: [...stack, '«=======»'],
    told: 'merge-conflict (rejected)',
    says: 'a merge conflict has left this line here',
    fix: ['Remove this line', [...stack, '']],
  },
  {
    what: 'a merge that was not finished in the environment, which Core takes',
    file: [
      ...stack,
      'environment = """',
      '«<<<<<<< HEAD',
      'A=1',
      '=======',
      'A=2',
      '>>>>>>> x»',
      '"""',
    ],
    told: 'merge-conflict (surprising)',
    says: 'Core takes both sides for it',
    fix: ['Take ours (HEAD)', [...stack, 'environment = """', 'A=1', '"""']],
  },
  {
    what: 'a text without quotes',
    file: ['[[stack]]', 'name = «Actual Budget - finance»'],
    told: 'toml-syntax (rejected)',
    says: 'a text needs quotes around it',
    fix: ['Put it in quotes', ['[[stack]]', 'name = "Actual Budget - finance"']],
  },
  {
    what: 'tags without quotes',
    file: ['[[stack]]', 'name = "a"', 'tags = [«finance»]'],
    told: 'toml-syntax (rejected)',
    says: 'a text needs quotes around it',
    fix: ['Put it in quotes', ['[[stack]]', 'name = "a"', 'tags = ["finance"]']],
  },
  {
    what: 'a boolean as other programs write it',
    file: [...stack, 'auto_pull = «True»'],
    told: 'toml-syntax (rejected)',
    says: 'the boolean is written true',
    fix: ['Change to `true`', [...stack, 'auto_pull = true']],
  },
  {
    what: 'a colon, as YAML has it',
    file: [...stack, 'repo«:» "a/web"'],
    told: 'toml-syntax (rejected)',
    says: 'TOML has = between a key and its value',
    fix: ['Write `=` in its place', [...stack, 'repo = "a/web"']],
  },
  {
    what: 'a colon, as JSON has it',
    file: ['[[stack]]', 'name = "a"', 'config = { "server" «:» "s" }'],
    told: 'toml-syntax (rejected)',
    says: 'TOML has = between a key and its value',
    fix: ['Write `=` in its place', ['[[stack]]', 'name = "a"', 'config = { "server" = "s" }']],
  },
  {
    what: 'a word that was left at the end of the file',
    file: [...stack, '', '«test»'],
    told: 'toml-syntax (rejected)',
    says: 'a key needs = and a value',
    fix: ['Remove `test`', [...stack, '', '']],
  },
  {
    what: 'a comma that is missing between two lines',
    file: [...stack, 'file_paths = [', '  "a.yaml"', '  «"»b.yaml",', ']'],
    told: 'toml-syntax (rejected)',
    says: 'a comma is missing',
    fix: ['Add the comma', [...stack, 'file_paths = [', '  "a.yaml",', '  "b.yaml",', ']']],
  },
  {
    what: 'a regex whose last backslash takes the quote with it',
    file: [
      ...stage,
      'executions = [',
      '  { execution.type = "BatchRunProcedure", execution.params.pattern = «"\\^.*_redeploy$\\", enabled = true }»',
      ']',
    ],
    told: 'toml-syntax (rejected)',
    says: 'this string is not closed: " is missing; the one behind a backslash is part of the text',
    fix: [
      'Write it in apostrophes, where a backslash is just that',
      [
        ...stage,
        'executions = [',
        '  { execution.type = "BatchRunProcedure", execution.params.pattern = \'\\^.*_redeploy$\\\', enabled = true }',
        ']',
      ],
    ],
  },
  {
    what: 'a backslash that TOML takes for an escape',
    file: ['[[stack]]', 'name = "a"', 'description = "by \\regex«\\.»"'],
    told: 'toml-syntax (rejected)',
    says: 'unknown escape',
    fix: [
      'Write it in apostrophes, where a backslash is just that',
      ['[[stack]]', 'name = "a"', "description = 'by \\regex\\.'"],
    ],
  },
  {
    what: 'a key twice',
    file: [...stack, 'run_directory = "a"', '«run_directory» = "b"'],
    told: 'toml-syntax (rejected)',
    says: 'duplicate key',
    fix: ['Remove this `run_directory`', [...stack, 'run_directory = "a"', '']],
  },
  {
    what: 'a resource whose header is missing',
    file: [...stack, '', 'name = "b"', 'tags = ["x"]', '[stack.«config»]', 'server = "t"'],
    told: 'toml-syntax (rejected)',
    says: 'the table config is defined twice',
    besides: ['misplaced-key (ignored)', 'misplaced-key (ignored)'],
    fix: [
      'Begin a new resource with `[[stack]]`',
      [...stack, '', '[[stack]]', 'name = "b"', 'tags = ["x"]', '[stack.config]', 'server = "t"'],
    ],
  },
  {
    what: 'a hyphen in the name of a kind',
    file: ['[[«resource-sync»]]', 'name = "a"', '[resource-sync.config]', 'repo = "a/b"'],
    told: 'wrong-case-key (ignored)',
    says: 'Core ignores `resource-sync` and all that is in it: a resource file has `resource_sync`.',
    fix: [
      'Change to `resource_sync`',
      ['[[resource_sync]]', 'name = "a"', '[resource_sync.config]', 'repo = "a/b"'],
    ],
  },
  {
    what: 'a key of the config beside it',
    file: ['[[stack]]', 'name = "a"', '«auto_update» = true', '[stack.config]', 'server = "s"'],
    told: 'misplaced-key (ignored)',
    says: 'it belongs in `config`.',
    fix: ['Move into `config`', [...stack, 'auto_update = true']],
  },
  {
    what: 'the webhook of a Procedure beside its config',
    file: ['[[procedure]]', 'name = "p"', '«webhook_enabled» = true', '[procedure.config]'],
    told: 'misplaced-key (ignored)',
    says: 'it belongs in `config`.',
    fix: [
      'Move into `config`',
      ['[[procedure]]', 'name = "p"', '[procedure.config]', 'webhook_enabled = true'],
    ],
  },
  {
    what: 'tags in the config of a server',
    file: ['[[server]]', 'name = "a"', '[server.config]', '«tags» = ["x"]', 'address = "b"'],
    told: 'misplaced-key (ignored)',
    says: 'it belongs directly in the block.',
    fix: [
      'Move to the block itself',
      ['[[server]]', 'name = "a"', 'tags = ["x"]', '[server.config]', 'address = "b"'],
    ],
  },
  {
    what: 'the script of an Action',
    file: ['[[action]]', 'name = "a"', '[action.config]', '«script» = "x()"'],
    told: 'unknown-key (ignored)',
    says: 'Did you mean `file_contents`?',
    fix: [
      'Change to `file_contents`',
      ['[[action]]', 'name = "a"', '[action.config]', 'file_contents = "x()"'],
    ],
  },
  {
    what: 'the Compose file of a stack',
    file: [...stack, '«compose_file» = "compose.yaml"'],
    told: 'unknown-key (ignored)',
    says: 'Did you mean `file_paths`?',
    fix: ['Change to `file_paths`', [...stack, 'file_paths = "compose.yaml"']],
  },
  {
    what: 'the files of a sync',
    file: ['[[resource_sync]]', 'name = "a"', 'config.repo = "a/b"', 'config.«file_paths» = ["x"]'],
    told: 'unknown-key (ignored)',
    says: 'Did you mean `resource_path`?',
    fix: [
      'Change to `resource_path`',
      ['[[resource_sync]]', 'name = "a"', 'config.repo = "a/b"', 'config.resource_path = ["x"]'],
    ],
  },
  {
    what: 'a key that no Komodo has',
    file: [...stack, '«auto_deploy» = true'],
    told: 'unknown-key (ignored)',
    says: 'Core ignores `auto_deploy`: it is no key of `config` of [[stack]].',
    fix: ['Remove `auto_deploy`', [...stack, '']],
  },
  {
    what: 'a param that its execution does not have',
    file: [
      ...stage,
      'executions = [{ execution = { type = "DeployStack", params = { stack = "a", «remove_orphans» = true } } }]',
    ],
    told: 'unknown-key (ignored)',
    says: 'it is no key of `params` of DeployStack.',
    fix: [
      'Remove `remove_orphans`',
      [
        ...stage,
        'executions = [{ execution = { type = "DeployStack", params = { stack = "a" } } }]',
      ],
    ],
  },
];

describe('a mistake that people make', () => {
  for (const { what, file, told, besides = [], says, fix } of mistakes) {
    it(`is ${what}: one diagnostic, ${fix ? 'with a fix' : 'without a fix'}`, () => {
      const marked = file.join('\n');
      const document = documentOf(marked.replace(/[«»]/g, ''));
      const schema = schemaFor();
      const { problems } = document.resources(schema);
      const shown = diagnostics(document, problems);
      assert.deepEqual(
        problems.map(({ code, class: kind }) => `${code} (${kind})`),
        [told, ...besides],
        shown.map(textOf).join('\n'),
      );
      const { code } = problems[0]!;
      const diagnostic = shown.find((each) => each.code === code)!;
      const { range } = diagnostic;
      const { start, end } = document.spanOf(problems[0]!.place!);
      const { text } = document;
      assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
      assert.ok(textOf(diagnostic).includes(says), textOf(diagnostic));

      const [first] = quickFixes(document, range, problems, schema, shown).filter(
        ({ title }) => !title.startsWith('Ignore'),
      );
      assert.equal(first?.title, fix?.[0]);
      if (!first || !fix) return;
      const changes = first
        .edit!.changes![document.uri]!.map((edit) => ({ range: edit.range, text: edit.newText }))
        .toSorted(
          ({ range: { start: a } }, { range: { start: b } }) =>
            b.line - a.line || b.character - a.character,
        );
      const mended = document.edited(changes, 2);
      assert.equal(mended.text, fix[1].join('\n'));
      assert.deepEqual(mended.resources(schema).problems, []);
    });
  }
});

/** Mistakes that people make in all other resources. */
import type { Mistake } from './mistake.ts';

export const mistakesInResources: readonly Mistake[] = [
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
    what: 'the files of a sync',
    file: ['[[resource_sync]]', 'name = "a"', 'config.repo = "a/b"', 'config.«file_paths» = ["x"]'],
    told: 'unknown-key (ignored)',
    says: 'Did you mean `resource_path`?',
    fix: [
      'Change to `resource_path`',
      ['[[resource_sync]]', 'name = "a"', 'config.repo = "a/b"', 'config.resource_path = ["x"]'],
    ],
  },
];

import assert from 'node:assert/strict';
import { coreWith } from '../../testing/context.ts';
import { rewriting, stage, text } from './testing/rewriting.ts';

const titles = (lines: readonly string[]) => Object.keys(rewriting(lines));

describe('tags', () => {
  const sort = 'Sort the tags';
  it('are sorted, and each stands once', () => {
    const stack = (tags: string) => ['[[stack]]', 'name = "a"', `tags = [${tags}] # all`];
    assert.equal(rewriting(stack('"b", |"a"'))[sort], text(...stack('"a", "b"')));
    assert.equal(
      rewriting(stack('"b|", "a", "b"'))[`${sort}, each once`],
      text(...stack('"a", "b"')),
    );
    assert.ok(!titles(stack('"a", |"b"')).includes(sort));
  });

  it('keep their lines and comments', () => {
    assert.equal(
      rewriting([
        '[[stack]]',
        'name = "a"',
        'tags = [',
        '    "b", # bee',
        '    # aye',
        '    "a|",',
        '    "b", # again',
        '    # no more',
        ']',
      ])[`${sort}, each once`],
      text(
        '[[stack]]',
        'name = "a"',
        'tags = [',
        '    # aye',
        '    "a",',
        '    # again',
        '    "b", # bee',
        '    # no more',
        ']',
      ),
    );
  });
});

describe('a string', () => {
  const inStack = (value: string) => ['[[stack]]', 'name = "a"', `description = ${value}`];

  it('is written in other quotes, as long as Core reads the same', () => {
    const found = rewriting(inStack('"a\\\\|b"'));
    assert.equal(found["Write it between '"], text(...inStack("'a\\b'")));
    assert.equal(found['Write it between """'], text(...inStack('"""a\\b"""')));
    assert.ok(!titles(inStack('"it\'s| \\\\"')).includes("Write it between '"));
  });

  it('is written as Core would, with its lines', () => {
    assert.equal(
      rewriting(inStack('"a\\|nb"'))['Write it between """, as Core does'],
      text(...inStack('"""\na\nb"""')),
    );
  });

  it('is left alone where an odd """ in it changes what Core reads', () => {
    assert.deepEqual(titles(inStack('\'x |"""\'')), []);
  });
});

describe('another name', () => {
  it('is written as Core writes it, wherever the field is called so', () => {
    const file = [
      '[[stacks]]',
      'name = "a"',
      'config = { server|_id = "s" } # one',
      '',
      '[[stacks]]',
      'name = "b"',
      'config.server_id = "t"',
      'config.build_extra_args = []',
    ];
    const plain = file.map((line) => line.replace('|', ''));
    const found = rewriting(file);
    assert.equal(
      found['Write `server` for `server_id`, in all of the file'],
      text(...plain).replaceAll('server_id', 'server'),
    );
    assert.equal(
      found['Write all keys by the names that Core writes'],
      text(...plain)
        .replaceAll('server_id', 'server')
        .replaceAll('[[stacks]]', '[[stack]]'),
    );
  });

  it('is written in headers too', () => {
    const file = [...stage, 'executions = []'].map((line) =>
      line.replace('config.stage', 'config.stages'),
    );
    const found = rewriting(file.map((line) => line.replace('.stages', '.st|ages')));
    assert.equal(
      found['Write `stage` for `stages`, in all of the file'],
      text(...stage, 'executions = []'),
    );
  });
});

describe('a pattern', () => {
  const written = (pattern: string) => [
    ...stage,
    `executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = ${pattern} }]`,
  ];
  const core = coreWith({ stack: ['web-1', 'web-2', 'api', 'a*b'] });
  const at = (pattern: string) => rewriting(written(pattern), { core });

  it('is written as the names that it picks', () => {
    assert.equal(
      at('"web|-*, a?b"')['Write the 3 names that it picks now'],
      text(...written('"web-1, web-2, a\\\\*b"')),
    );
    assert.equal(at('"ap|?"')['Write the name that it picks now'], text(...written('"api"')));
    assert.equal(at('"nothing|*"')['Write the name that it picks now'], undefined);
  });

  it('takes the place of names, where it picks just these', () => {
    const title = 'Write it as `web-*`, which picks the same now';
    assert.equal(at('"web-1,| web-2"')[title], text(...written('"web-*"')));
    assert.equal(at('"web-1,| api"')[title], undefined);
    // Of these one is not there.
    assert.equal(at('"web-1,| web-2, web-3"')[title], undefined);
  });

  it('has wildcards that are regexes, and the other way round', () => {
    assert.equal(
      at('"api, web-|*"')['Write `web-*` as a regex: `\\^web-.*$\\`'],
      text(...written('"api, \\\\^web-.*$\\\\"')),
    );
    // A quick fix puts what is missing around this one.
    assert.deepEqual(
      Object.keys(at('"^web-|.*$"')).filter((title) => title.includes('as a regex')),
      [],
    );
    assert.equal(
      at("'\\^we|b-.*$\\'")['Write `\\^web-.*$\\` as a wildcard: `web-*`'],
      text(...written("'web-*'")),
    );
  });
});

describe('the target of a permission', () => {
  const group = (target: string, between = ' ', around = '') => [
    '[[user_group]]',
    'name = "ops"',
    `permissions = [${around}{ target.type = "Server", target.id = ${target}, level = "Read" }${between}]`,
  ];
  const core = coreWith({ server: ['prod-1', 'prod-2', 'a, b', 'c*'] });
  const at = (target: string) => rewriting(group(target), { core });

  it('is a wildcard or a regex, whichever is wanted', () => {
    assert.equal(
      at('"prod|-*"')['Write `prod-*` as a regex: `\\^prod-.*$\\`'],
      text(...group('"\\\\^prod-.*$\\\\"')),
    );
    assert.equal(
      at("'\\^prod-|.*$\\'")['Write `\\^prod-.*$\\` as a wildcard: `prod-*`'],
      text(...group("'prod-*'")),
    );
    // Here a comma is no more than a comma.
    assert.equal(
      at('"a,| *"')['Write `a, *` as a regex: `\\^a, .*$\\`'],
      text(...group('"\\\\^a, .*$\\\\"')),
    );
  });

  it('is one name, or one of each permission', () => {
    assert.equal(at('"c|?"')['Write the name that it picks now'], text(...group('"c\\\\*"')));
    const each = 'Write a permission for each of the 2 names that it picks now';
    const permission = (name: string) =>
      `{ target.type = "Server", target.id = "${name}", level = "Read" }`;
    assert.equal(
      at('"prod-|*"')[each],
      text(
        '[[user_group]]',
        'name = "ops"',
        `permissions = [${permission('prod-1')}, ${permission('prod-2')} ]`,
      ),
    );
    const lines = (...permissions: readonly string[]) => [
      '[[user_group]]',
      'name = "ops"',
      'permissions = [',
      ...permissions.map((line) => `  ${line}, # all of them`),
      ']',
    ];
    assert.equal(
      rewriting(lines(permission('prod|-*')), { core })[each],
      text(
        '[[user_group]]',
        'name = "ops"',
        'permissions = [',
        `  ${permission('prod-1')},`,
        `  ${permission('prod-2')}, # all of them`,
        ']',
      ),
    );
    assert.equal(at('"prod|-1"')['Write the name that it picks now'], undefined);
    assert.equal(at('"gone|*"')['Write the name that it picks now'], undefined);
  });
});

describe('a schedule', () => {
  const procedure = (...config: readonly string[]) => [
    '[[procedure]]',
    'name = "a"',
    '[procedure.config]',
    ...config,
  ];

  it('is written as cron and in English, with its format', () => {
    assert.equal(
      rewriting(procedure('schedule = "every day| at 03:00" # at night'))[
        'Write it as cron: `0 0 3 * * *`'
      ],
      text(...procedure('schedule_format = "Cron"', 'schedule = "0 0 3 * * *" # at night')),
    );
    assert.equal(
      rewriting(procedure("schedule_format = 'Cr|on'", "schedule = '0 0 3 * * *'"))[
        'Write it in English: `Every day at 03:00`'
      ],
      text(...procedure("schedule_format = 'English'", "schedule = 'Every day at 03:00'")),
    );
  });

  it('is kept as it runs, and that is said, where it means something else', () =>
    assert.deepEqual(
      titles(procedure('schedule = "every day at |3"')).filter((title) => title.includes('cron')),
      ['Write it as cron, as Core runs it: `0 0 0 * * *`'],
    ));

  it('is not kept as it runs where it is cron under English', () =>
    assert.deepEqual(
      titles(procedure('schedule = "0 0 3 * * |*"')).filter((title) => title.includes('cron')),
      [],
    ));

  it('stays where the other format has no words for it', () => {
    const found = titles(procedure('schedule_format = "Cron"', 'schedule = "0 0 3 L| * *"'));
    assert.ok(!found.some((title) => title.startsWith('Write it in English')));
  });
});

describe('a secret', () => {
  const stack = (password: string) => [
    '[[stack]]',
    'name = "a"',
    '[stack.config]',
    'environment = """',
    'USER=me',
    `DB_PASSWORD="${password}" # the database`,
    '"""',
  ];
  const use = 'Write `[[DB_PASSWORD]]` for it';
  const move = 'Move it into a secret Variable `DB_PASSWORD` of this file';

  it('becomes a Variable', () => {
    const found = rewriting(stack('hunter|2'));
    assert.equal(found[use], text(...stack('[[DB_PASSWORD]]')));
    assert.equal(
      found[move],
      text(
        ...stack('[[DB_PASSWORD]]'),
        '',
        '[[variable]]',
        'name = "DB_PASSWORD"',
        'value = "hunter2"',
        'is_secret = true',
        '',
      ),
    );
  });

  it('is taken from a Variable that there is', () => {
    const core = coreWith({}, { variables: ['DB_PASSWORD'] });
    assert.equal(rewriting(stack('hunter|2'), { core })[move], undefined);
  });

  it('is looked for only where Core puts values in', () => {
    assert.equal(rewriting(stack('[[DB|]]'))[use], undefined);
    const skipping = [...stack('hunter|2'), 'skip_secret_interp = true'];
    assert.equal(rewriting(skipping)[use], undefined);
    assert.deepEqual(titles(['[[stack]]', 'name = "a"', "config.webhook_secret = 'a\"b|'"]), [
      'Write it between ", as Core does',
    ]);
  });
});

describe('a file', () => {
  const sort = 'Sort the resources by kind and name';
  it('is sorted by kind and name, its comments with it', () => {
    assert.equal(
      rewriting([
        '# My Komodo.',
        '',
        '# all of it',
        '[[procedure]]|',
        'name = "p"',
        '',
        '##',
        '',
        '[[stack]] # ten',
        'name = "web-10"',
        '[stack.config]',
        'server = "s"',
        '# end of ten',
        '',
        '# two',
        '[[stack]]',
        'name = "web-2"',
      ])[sort],
      text(
        '# My Komodo.',
        '',
        '# two',
        '[[stack]]',
        'name = "web-2"',
        '',
        '##',
        '',
        '[[stack]] # ten',
        'name = "web-10"',
        '[stack.config]',
        'server = "s"',
        '# end of ten',
        '',
        '# all of it',
        '[[procedure]]',
        'name = "p"',
      ),
    );
  });

  it('that is sorted, or is no TOML, is left alone', () => {
    assert.ok(!titles(['|[[stack]]', 'name = "a"', '[[stack]]', 'name = "b"']).includes(sort));
    assert.deepEqual(titles(['|[[stack]]', 'name = "b"', '[[stack]]', 'name = = "a"']), []);
  });
});

import assert from 'node:assert/strict';
import { scheduleOf, stagesOf } from './index.ts';
import { read } from './testing/verdict.ts';

const text = `
[[stack]]
name = "web"
tags = ["prod", "eu"]

[[procedure]]
name = "nightly"
[procedure.config]
schedule = "Every day at 03:00"
schedule_timezone = "Europe/Berlin"
[[procedure.config.stage]]
name = "pull"
enabled = false
executions = [
  { execution.type = "CommitSync", execution.params.id = "site" },
  { execution.type = "Pull", enabled = false },
]
[[procedure.config.stage]]
executions = 5
`;

describe('the blocks of a file', () => {
  it('have a kind, a name and tags, with their places', () => {
    const file = read(text);
    const [web, nightly] = file.resources;
    assert.deepEqual([web?.kind, web?.name?.text], ['stack', 'web']);
    assert.deepEqual(
      web?.tags.map((tag) => file.textAt(tag.place)),
      ['"prod"', '"eu"'],
    );
    assert.equal(file.textAt(nightly?.name?.place), '"nightly"');
    assert.equal(file.textAt(nightly?.datum.place), '[[procedure]]');
  });

  it('have the value that Core writes, unless Core refuses them', () => {
    const [web, nightly] = read(text).resources;
    assert.equal(web?.value?.get('name'), 'web');
    assert.equal(nightly?.value, undefined);
  });

  it('are found under every name of their kind, and also where one stands alone', () => {
    const names = read('servers = [{ name = "a" }]\n[variable]\nname = "B"').resources;
    assert.deepEqual(
      names.map(({ kind, name }) => [kind, name?.text]),
      [
        ['server', 'a'],
        ['variable', 'B'],
      ],
    );
  });
});

describe('the stages of a Procedure', () => {
  const file = read(text);
  const [first, second] = stagesOf(file.resources[1]!);

  it('hold executions with their type and params, by the names of Core', () => {
    const [commit] = first!.executions;
    assert.equal(commit?.type?.text, 'CommitSync');
    const [sync] = commit.params;
    assert.equal(sync?.name, 'sync', 'written as its alias `id`');
    assert.equal(file.textAt(sync.entry.value.place), '"site"');
  });

  it('are found while they are being written', () => {
    assert.deepEqual([first?.name?.text, first?.enabled], ['pull', false]);
    const [, half] = first!.executions;
    assert.deepEqual(
      [half?.type?.text, half?.enabled, half?.definition],
      ['Pull', false, undefined],
    );
    assert.deepEqual([second?.name, second?.executions], [undefined, []]);
  });

  it('are none for other kinds', () => assert.deepEqual(stagesOf(file.resources[0]!), []));
});

describe('the schedule of a Procedure or Action', () => {
  it('is English and enabled unless it says otherwise', () => {
    const schedule = scheduleOf(read(text).resources[1]!);
    assert.equal(schedule?.text.text, 'Every day at 03:00');
    assert.deepEqual(
      [schedule.format, schedule.timezone, schedule.enabled],
      ['English', 'Europe/Berlin', true],
    );
  });

  it('is none where none is written', () => {
    assert.equal(scheduleOf(read('[[action]]\nname = "a"').resources[0]!), undefined);
    assert.equal(scheduleOf(read('[[variable]]\nname = "a"').resources[0]!), undefined);
  });
});

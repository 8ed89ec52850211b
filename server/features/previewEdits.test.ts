import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PatternSubject, ScheduleSubject } from '../../protocol/preview.ts';
import { contextWith } from '../testing/context.ts';
import { withCursor } from '../testing/text.ts';
import { editsFor } from './previewEdits.ts';

const { schema } = contextWith();
const stage = '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\n';

/** The text after a subject was written where the `|` stands. */
function written(marked: string, subject: PatternSubject | ScheduleSubject): string {
  const { document, position } = withCursor(marked);
  const edits = editsFor(document, { start: position, end: position }, subject, schema);
  const before = TextDocument.create('file:///a.toml', 'toml', 1, document.text);
  return TextDocument.applyEdits(before, edits);
}

describe('writing a pattern into a file', () => {
  const batch = (inside: string) =>
    `${stage}executions = [{ execution.type = "BatchDeployStack", ${inside} }]`;
  const pattern = (marked: string, text: string) =>
    written(batch(marked), { about: 'pattern', kind: 'stack', text, mode: 'batch' });

  it('replaces the one at the cursor, with the quotes it has', () => {
    const result = (value: string) => batch(`execution.params.pattern = ${value}`);
    const place = (value: string) => `execution.params.pattern = ${value}`;
    assert.equal(pattern(place('"a|"'), 'web-*'), result('"web-*"'));
    assert.equal(pattern(place('"a|"'), '\\^a$\\'), result('"\\\\^a$\\\\"'));
    assert.equal(pattern(place("'a|'"), '\\^a$\\'), result("'\\^a$\\'"));
    assert.equal(pattern(place('"""a|"""'), '\\^a$\\'), result('"""\\^a$\\"""'));
    assert.equal(pattern(place('"a|"'), 'a\nb'), result('"""\na\nb"""'));
  });

  it('replaces the one in a script, as JavaScript and TOML want it', () => {
    const subject = { about: 'pattern', kind: 'stack', text: '\\^a$\\', mode: 'batch' } as const;
    const action = (script: string) =>
      `[[action]]\nname = "a"\n[action.config]\nfile_contents = ${script}\n`;
    const call = (pattern: string) => `komodo.execute('BatchDeployStack', { pattern: ${pattern} })`;
    assert.equal(
      written(action(`"""\n${call('"w|eb-*"')}\n"""`), subject),
      action(`"""\n${call(String.raw`"\\^a$\\"`)}\n"""`),
    );
    assert.equal(
      written(action(`"${call('`w|eb-*`')}"`), subject),
      action(`"${call('`' + String.raw`\\\\^a$\\\\` + '`')}"`),
    );
  });

  it('takes the place of what is half typed, and of nothing behind it', () => {
    const open = (value: string, more: string) =>
      `${stage}executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = ${value}${more}]`;
    const subject = { about: 'pattern', kind: 'stack', text: '*', mode: 'batch' } as const;
    assert.equal(written(open('"web-|', ' },'), subject), open('"*"', ' },'));
    assert.equal(written(open('"we|b-', ' }, # c'), subject), open('"*"', ' }, # c'));
    assert.equal(written(open('web|', ' },'), subject), open('"*"', ' },'));
  });

  it('is a value where one is missing', () => {
    assert.equal(
      pattern('execution.params.pattern = |', '*'),
      batch('execution.params.pattern = "*"'),
    );
  });

  it('brings its key where a key can stand', () => {
    assert.equal(pattern('|', '*'), batch('execution.params.pattern = "*"'));
    assert.equal(
      pattern('execution.params = {|}', '*'),
      batch('execution.params = {pattern = "*"}'),
    );
    assert.equal(
      written(
        `${stage}[[procedure.config.stage.executions]]\nexecution.type = "BatchDeployStack"\n|`,
        {
          about: 'pattern',
          kind: 'stack',
          text: '\\^a$\\',
          mode: 'batch',
        },
      ),
      `${stage}[[procedure.config.stage.executions]]\nexecution.type = "BatchDeployStack"\nexecution.params.pattern = '\\^a$\\'`,
    );
  });

  it('takes the place of a value whose execution is not known yet', () => {
    const half = (value: string) =>
      `${stage}executions = [{ execution.params.pattern = ${value} }]`;
    assert.equal(
      written(half('"|"'), { about: 'pattern', kind: 'stack', text: 'a', mode: 'batch' }),
      half('"a"'),
    );
  });

  it('is the target of a permission', () => {
    const group = (target: string) =>
      `[[user_group]]\nname = "g"\npermissions = [{ target = ${target}, level = "Read" }]`;
    const subject = { about: 'pattern', kind: 'stack', text: 'a*', mode: 'group' } as const;
    const after = group('{ type = "Stack", id = "a*" }');
    assert.equal(written(group('{ type = "Stack", id = "b-*|" }'), subject), after);
    assert.equal(written(group('{ type = "Stack", id = "b|" }'), subject), after);
    assert.equal(written(group('{ type = "Stack", id = | }'), subject), after);
  });

  it('is plain text in another text, and a string anywhere else', () => {
    const subject = { about: 'pattern', kind: 'stack', text: 'a*', mode: 'batch' } as const;
    assert.equal(
      written('[[stack]]\nname = "x"\ndescription = "see |"', subject),
      '[[stack]]\nname = "x"\ndescription = "see a*"',
    );
    assert.equal(written('# |', subject), '# "a*"');
  });
});

describe('writing a schedule into a file', () => {
  const config = (...lines: string[]) =>
    ['[[procedure]]', 'name = "a"', '[procedure.config]', ...lines].join('\n');
  const english = (text: string, timezone = ''): ScheduleSubject => {
    return { about: 'schedule', text, format: 'English', timezone };
  };
  const cron: ScheduleSubject = {
    about: 'schedule',
    text: '0 0 3 * * *',
    format: 'Cron',
    timezone: 'Asia/Tokyo',
  };

  it('replaces the text and leaves the rest', () => {
    assert.equal(
      written(config('schedule = "every| day" # why', 'schedule_alert = true'), english('noon')),
      config('schedule = "noon" # why', 'schedule_alert = true'),
    );
  });

  it('changes format and zone where they are written, from there too', () => {
    const before = config(
      'schedule_format = "English|"',
      'schedule = "noon"',
      "schedule_timezone = 'UTC'",
    );
    assert.equal(
      written(before, cron),
      config(
        'schedule_format = "Cron"',
        'schedule = "0 0 3 * * *"',
        "schedule_timezone = 'Asia/Tokyo'",
      ),
    );
  });

  it('adds format and zone where they are not', () => {
    assert.equal(
      written(config('schedule = "noon|"'), cron),
      config(
        'schedule_format = "Cron"',
        'schedule_timezone = "Asia/Tokyo"',
        'schedule = "0 0 3 * * *"',
      ),
    );
    assert.equal(
      written('[[procedure]]\nname = "a"\nconfig.schedule = "noon|"', english('noon', 'UTC')),
      '[[procedure]]\nname = "a"\nconfig.schedule_timezone = "UTC"\nconfig.schedule = "noon"',
    );
    assert.equal(
      written('[[procedure]]\nname = "a"\nconfig = { schedule = "noon|" }', english('a', 'UTC')),
      '[[procedure]]\nname = "a"\nconfig = { schedule_timezone = "UTC", schedule = "a" }',
    );
  });

  it('brings its keys where keys can stand', () => {
    assert.equal(written(config('|'), english('noon')), config('schedule = "noon"'));
    assert.equal(
      written('[[action]]\nname = "a"\n|', cron),
      [
        '[[action]]',
        'name = "a"',
        'config.schedule = "0 0 3 * * *"',
        'config.schedule_format = "Cron"',
        'config.schedule_timezone = "Asia/Tokyo"',
      ].join('\n'),
    );
  });
});

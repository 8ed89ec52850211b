import assert from 'node:assert/strict';
import type { PreviewQuestion, PreviewSubject } from '../../protocol/preview.ts';
import { contextWith, coreWith, inventoryWith } from '../testing/context.ts';
import { withCursor } from '../testing/text.ts';
import type { Context } from './context.ts';
import { previewAnswer, subjectAt } from './preview.ts';

const stage = '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\n';
const batch = (pattern: string) =>
  `${stage}executions = [{ execution.type = "BatchPullRepo", execution.params.pattern = ${pattern} }]`;

describe('what the preview panel asks', () => {
  describe('of a pattern', () => {
    const workspace = inventoryWith({ stack: ['foo-1', 'qux'] });
    function answer(given: Partial<Context>, names?: PreviewQuestion['names']) {
      const subject = { about: 'pattern', kind: 'stack', text: 'foo-*', mode: 'batch' } as const;
      const found = previewAnswer(
        { subject, localTimezone: 'UTC', ...(names && { names }) },
        contextWith({ workspace, ...given }),
      );
      assert.ok(found.about === 'pattern');
      const { preview, source, core } = found;
      return { picked: preview.picked.map(({ name }) => name), source, ...(core && { core }) };
    }

    it('is answered by the names of the workspace, while no Core is connected', () => {
      const source = 'Names in this workspace; no Core is connected';
      assert.deepEqual(answer({}), { picked: ['foo-1'], source });
    });

    it('is answered by the names of the connected Core, or of the workspace when asked so', () => {
      const core = coreWith({ stack: ['foo-live'] });
      assert.deepEqual(answer({ core }), {
        picked: ['foo-live'],
        source: 'Names of komodo.lan',
        core: 'komodo.lan',
      });
      assert.deepEqual(answer({ core }, 'workspace'), {
        picked: ['foo-1'],
        source: 'Names in this workspace',
        core: 'komodo.lan',
      });
    });
  });

  it('of a schedule is answered by the clocks of its zone and of the person who asks', () => {
    const subject = { about: 'schedule', text: 'noon', format: 'English', timezone: '' } as const;
    const core = coreWith({}, { timezone: 'Asia/Tokyo' });
    const found = previewAnswer({ subject, localTimezone: 'UTC' }, contextWith({ core }));
    assert.ok(found.about === 'schedule' && found.preview.state === 'runs');
    assert.equal(found.preview.runs.length, 10);
    assert.deepEqual(found.preview.runs[0]?.there, { day: 'Tue 24 Nov 2026', hour: '12:00 GMT+9' });
    assert.deepEqual(found.preview.runs[0].here, { day: 'Tue 24 Nov 2026', hour: '03:00 UTC' });
    assert.equal(found.zone, 'In Asia/Tokyo, the time zone of komodo.lan.');
    assert.deepEqual(found.remarks, []);
  });
});

describe('what the preview panel is told of a schedule', () => {
  it('says that it does something else than it says, and what would mend it', () => {
    const subject = { about: 'schedule', text: 'every day at 3', format: 'English', timezone: '' };
    const question = { subject, localTimezone: 'UTC' } as PreviewQuestion;
    const found = previewAnswer(question, contextWith());
    assert.ok(found.about === 'schedule');
    const [remark] = found.remarks;
    assert.match(remark?.message ?? '', /^This says every day at 03:00, but Core runs it .* 00:00/);
    assert.equal(remark?.fixes[0]?.schedule, 'Every day at 03:00');
  });
});

describe('the pattern or schedule at the cursor', () => {
  function at(marked: string): PreviewSubject | null {
    const { document, position } = withCursor(marked);
    return subjectAt(document, position, contextWith().schema);
  }

  it('is a pattern, with what it picks from', () => {
    const found = { about: 'pattern', kind: 'repo', text: 'web-*, \\^a$\\', mode: 'batch' };
    assert.deepEqual(at(batch("'web-|*, \\^a$\\'")), found);
    assert.deepEqual(at(batch("'web-*, \\^a$\\'|")), found);
    assert.equal(at(batch("'web-*' | ")), null);
  });

  it('is the target of a permission', () => {
    const group = (id: string) =>
      `[[user_group]]\nname = "g"\npermissions = [{ target.type = "Stack", target.id = ${id}, level = "Read" }]`;
    const found = { about: 'pattern', kind: 'stack', text: '\\^a, b$\\', mode: 'group' };
    assert.deepEqual(at(group("'\\^a, |b$\\'")), found);
    assert.equal(at(group("'a|'")), null);
  });

  it('is a schedule, from its text, format or zone', () => {
    const config = (text: string) => `[[procedure]]\nname = "a"\n[procedure.config]\n${text}`;
    const cron = { about: 'schedule', text: '0 0 3 * * *', format: 'Cron', timezone: 'Asia/Tokyo' };
    const text =
      'schedule = "0 0 3 * * *"\nschedule_format = "Cron|"\nschedule_timezone = "Asia/Tokyo"';
    assert.deepEqual(at(config(text)), cron);
    assert.deepEqual(at(config('schedule = "n|oon"')), {
      about: 'schedule',
      text: 'noon',
      format: 'English',
      timezone: '',
    });
  });

  it('is none elsewhere', () => assert.equal(at('[[stack]]\nname = "a|"'), null));
});

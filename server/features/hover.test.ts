import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { contextWith, coreWith, inventoryWith } from '../testing/context.ts';
import { filesWith } from '../testing/files.ts';
import { textIn, withCursor } from '../testing/text.ts';
import type { Context } from './context.ts';
import { hover } from './hover.ts';

function hoverAt(marked: string, given: Partial<Context> = {}) {
  const { document, position } = withCursor(marked);
  const found = hover(document, position, contextWith(given));
  if (!found) return undefined;
  return {
    text: (found.contents as MarkupContent).value,
    on: textIn(document, found.range!),
  };
}
const contents = (marked: string, given: Partial<Context> = {}) => hoverAt(marked, given)?.text;
const stage = '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\n';

describe('hover', () => {
  describe('on patterns in scripts', () => {
    it('tells what the text picks that the script gives', () => {
      const workspace = inventoryWith({ stack: ['bar-1', 'foo-1', 'qux'] });
      const script = String.raw`komodo.execute("BatchDeployStack", { pattern: "foo-* , \\^b|ar-.*$\\" });`;
      const action = `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;
      const found = hoverAt(action, { workspace });
      assert.equal(found?.on, String.raw`foo-* , \\^bar-.*$\\`);
      assert.match(found.text, /Picks \*\*2\*\* of 3 stacks/);
      assert.ok(found.text.includes('`\\^bar-.*$\\` (regex) → `bar-1`'), found.text);
    });
  });

  describe('on keys', () => {
    it('tells type, default and documentation', () => {
      const documentation = { StackConfig: { auto_pull: 'Pulls before it deploys.' } };
      const found = hoverAt('[[stack]]\n[stack.config]\nauto|_pull = false', { documentation });
      assert.equal(found?.on, 'auto_pull');
      assert.equal(
        found.text,
        '**auto_pull** — true or false; default `true`\n\nPulls before it deploys.',
      );
    });

    it('works in headers, dotted keys and inline tables', () => {
      assert.match(contents('[[stack]]\n[stack.con|fig]')!, /^\*\*config\*\* — table/);
      assert.match(contents('[[stack]]\nconfig.ser|ver = "a"')!, /^\*\*server\*\* — text/);
      assert.match(
        contents(
          `${stage}executions = [{ execution.type = "Sleep", execution.params.dura|tion_ms = 1 }]`,
        )!,
        /^\*\*duration_ms\*\* — whole number; default `0`/,
      );
      assert.match(contents(`${stage}executions = [{ execution.ty|pe = "Sleep" }]`)!, /required/);
    });

    it('says since when Core has a key', () => {
      const marked = '[[stack]]\n[stack.config]\nswa|rm = "a"';
      assert.match(contents(marked)!, /_Komodo has it since 2.0.0; files are checked for 2.3.2._$/);
      const core = coreWith({}, { version: '1.19.5' });
      const old = contents(marked, { schema: schemaFor('1.19.5'), core })!;
      assert.match(old, /^\*\*swarm\*\* — text/);
      assert.match(old, /_Komodo has it since 2.0.0; komodo.lan runs 1.19.5._$/);
    });

    it('says what a number comes to', () => {
      const sleep = (ms: string) =>
        contents(
          `${stage}executions = [{ execution.type = "Sleep", execution.params.duration_ms = ${ms} }]`,
        )!;
      assert.match(sleep('9|0000'), /^1 min 30 s\n\n\*\*duration_ms/);
      assert.match(sleep('8|6400500'), /^1 d 500 ms\n/);
      assert.match(contents('[[server]]\nname = "s"\nconfig.cpu_warning = 9|0')!, /^90 %\n/);
    });

    it('tells of a key from its value too', () => {
      assert.match(contents('[[stack]]\nname = "a"\nconfig.branch = "ma|in"')!, /^\*\*branch\*\*/);
      assert.equal(
        contents('[[stack]]\nname = "a"\nconfig.file_contents = """\nx|:\n"""'),
        undefined,
      );
    });

    it('is silent on keys that there are not', () => {
      assert.equal(contents('[[stack]]\nco|nfi = 1'), undefined);
      assert.equal(contents('# a com|ment'), undefined);
    });
  });

  describe('on executions and variants', () => {
    it('tells what they do and take', () => {
      const documentation = { DeployStack: { '': 'Deploys the stack.' } };
      const text = contents(`${stage}executions = [{ execution.type = "Deploy|Stack" }]`, {
        documentation,
      })!;
      assert.match(text, /^\*\*DeployStack\*\*\n\nDeploys the stack\./);
      assert.match(text, /- `stack` — text; required\n- `services` — list of text/);
    });
    it('say since when there are such', () => {
      const marked = `${stage}executions = [{ execution.type = "Cancel|Procedure" }]`;
      const core = coreWith({}, { version: '2.1.1' });
      const text = contents(marked, { schema: schemaFor('2.1.1'), core })!;
      assert.match(text, /^\*\*CancelProcedure\*\*\n\n- `procedure`/);
      assert.match(text, /_Komodo has it since 2\.3\.0; komodo\.lan runs 2\.1\.1\._/);
      assert.equal(contents(`${stage}executions = [{ execution.type = "No|thing" }]`), undefined);
    });

    it('tell what they act on, and its state on Core', () => {
      const items = [
        { name: 'web-1', state: 'Running' },
        { name: 'web-2', state: 'Down' },
      ];
      const core = { ...coreWith({}), resources: { stack: items } };
      const acts = (params: string, type: string) =>
        contents(
          `${stage}executions = [{ execution.type = "|${type}", execution.params = { ${params} } }]`,
          { core },
        )!
          .split('\n')
          .at(-1);
      assert.equal(
        acts('stack = "web-1"', 'DeployStack'),
        'Acts on the stack `web-1` (Running on komodo.lan)',
      );
      assert.equal(
        acts('stack = "db"', 'DeployStack'),
        'Acts on the stack `db` (not on komodo.lan)',
      );
      assert.equal(
        acts('pattern = "web-*"', 'BatchDeployStack'),
        'Acts on 2 stacks: `web-1` (Running on komodo.lan), `web-2` (Down on komodo.lan)',
      );
      assert.equal(
        acts('message = "m", alerters = ["a", "b"]', 'SendAlert'),
        'Acts on the alerter `a` (not on komodo.lan), `b` (not on komodo.lan)',
      );
    });

    it('tells of the values of an enum', () => {
      assert.match(
        contents('[[procedure]]\n[procedure.config]\nschedule_format = "Cr|on"')!,
        /^\*\*Cron\*\*/,
      );
    });
  });

  describe('on patterns', () => {
    const pattern = (text: string) =>
      `${stage}executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = ${text} }]`;
    const workspace = inventoryWith({ stack: ['bar-1', 'foo-1', 'foo-2'] });

    it('names all that is picked, item by item', () => {
      const found = hoverAt(pattern('"fo|o-*, \\\\^bar-.*$\\\\, none"'), { workspace })!;
      assert.equal(found.on, '"foo-*, \\\\^bar-.*$\\\\, none"');
      assert.equal(
        found.text,
        [
          'Picks **3** of 3 stacks',
          '',
          '- `foo-*` → `foo-1`, `foo-2`',
          '- `\\^bar-.*$\\` (regex) → `bar-1`',
          '- `none` → **nothing**',
          '',
          '_Names in this workspace; no Core is connected._',
        ].join('\n'),
      );
    });

    it('goes by the connected Core, and says what only the workspace has', () => {
      const core = coreWith({ stack: ['foo-1', 'live'] });
      assert.equal(
        contents(pattern('"f|oo-*"'), { workspace, core }),
        [
          'Picks **1** of 2 stacks',
          '',
          '- `foo-*` → `foo-1`',
          '',
          'It would also pick stacks that only this workspace has: `foo-2`',
          '',
          '_Names of komodo.lan._',
        ].join('\n'),
      );
    });

    it('says why Core refuses it', () => {
      assert.match(
        contents(pattern('"\\\\(\\|\\"'), { workspace })!,
        /^Core refuses this pattern when it runs: .*\n\n- `\\\(\\` \(regex\) → refused/s,
      );
    });

    it('in permissions take the whole text for one item', () => {
      const group = (id: string) =>
        `[[user_group]]\nname = "g"\npermissions = [{ target = { type = "Stack", id = ${id} }, level = "Read" }]`;
      const stacks = inventoryWith({ stack: ['a, b', 'a'] });
      assert.equal(
        contents(group("'\\^a|(, b)?$\\'"), { workspace: stacks }),
        'Picks **2** of 2 stacks\n\n- `\\^a(, b)?$\\` (regex) → `a, b`, `a`\n\n_Names in this workspace; no Core is connected._',
      );
      assert.match(
        contents(group("'\\(|\\'"), { workspace: stacks })!,
        /^Core refuses this pattern, and the whole sync with it: /,
      );
    });
  });

  describe('on schedules', () => {
    const schedule = (...lines: string[]) =>
      ['[[procedure]]', 'name = "a"', '[procedure.config]', ...lines].join('\n');

    it('says in words when it runs, and the next five times in its zone and here', () => {
      assert.equal(
        contents(
          schedule('schedule = "Every day at| 03:00"', 'schedule_timezone = "America/New_York"'),
        ),
        [
          '**At 03:00**',
          '',
          'Cron: `0 0 3 */1 * ?`',
          '',
          'Next runs:',
          '',
          '- Tue 24 Nov 2026, 03:00 GMT-5 · 09:00 CET here',
          '- Wed 25 Nov 2026, 03:00 GMT-5 · 09:00 CET here',
          '- Thu 26 Nov 2026, 03:00 GMT-5 · 09:00 CET here',
          '- Fri 27 Nov 2026, 03:00 GMT-5 · 09:00 CET here',
          '- Sat 28 Nov 2026, 03:00 GMT-5 · 09:00 CET here',
          '',
          '_In America/New_York, as the file says._',
        ].join('\n'),
      );
    });

    it('says whose zone holds', () => {
      const core = coreWith({}, { timezone: 'Europe/Berlin' });
      const text = contents(schedule('schedule = "0 0 3 * * *"', 'schedule_format = "Cr|on"'), {
        core,
      });
      assert.ok(text);
      assert.match(
        contents(schedule('schedule = "0 0 |3 * * *"', 'schedule_format = "Cron"'), { core })!,
        /- Tue 24 Nov 2026, 03:00 CET\n.*_In Europe\/Berlin, the time zone of komodo\.lan\._$/s,
      );
      assert.match(
        contents(schedule('schedule = "Every| day at 03:00"'))!,
        /the times are for UTC\._$/,
      );
    });

    it('says that Core never runs it', () => {
      assert.match(
        contents(schedule('schedule = "0 3 |* * *"', 'schedule_format = "Cron"'))!,
        /^Core never runs it: Invalid CRON schedule/,
      );
    });

    it('says that it is switched off', () => {
      assert.match(
        contents(schedule('schedule = "Every| day at 03:00"', 'schedule_enabled = false'))!,
        /^`schedule_enabled = false`: it does not run by itself\./,
      );
    });
  });

  describe('on names', () => {
    const marked = `${stage}executions = [{ execution.type = "DeployStack", execution.params.stack = "w|eb" }]`;
    it('tells what they are and where', () => {
      const workspace = inventoryWith({ stack: ['web'] });
      assert.equal(contents(marked, { workspace }), '**web** — stack; defined in this workspace');
      const core = {
        ...coreWith({}),
        resources: { stack: [{ name: 'web', state: 'Running', tags: ['prod'] }] },
      };
      assert.equal(
        contents(marked, { core }),
        '**web** — stack; state Running; tags `prod`; on komodo.lan; not defined in this workspace',
      );
      assert.equal(contents(marked), 'There is no stack `web` in this workspace.');
    });

    it('know whose id Core is given', () => {
      const id = '68f0000000000000000000b3';
      const byId = marked.replace('w|eb', `6|${id.slice(1)}`);
      const resources = { stack: [{ name: 'web', id, state: 'Running' }] };
      const core = { ...coreWith({}), resources };
      assert.equal(
        contents(byId, { core }),
        `**web** — stack; state Running; on komodo.lan; not defined in this workspace\n\n\`${id}\` is its id.`,
      );
      assert.match(
        contents(byId.replace('6|', '6').replace('DeployStack', 'Deploy|Stack'), { core })!,
        /Acts on the stack `web` \(Running on komodo\.lan\)$/,
      );
      assert.equal(
        contents(byId, { core: coreWith({ stack: ['x'] }) }),
        `Nothing on komodo.lan has the id \`${id}\`.`,
      );
      assert.equal(
        contents(byId),
        `\`${id}\` is an id. No Core is connected that could tell whose.`,
      );
    });

    it('say where a name is defined, and how often it is used', () => {
      const files = filesWith({
        a: '[[stack]]\nname = "w|eb"\ntags = ["prod"]\n',
        b: '[[stack]]\nname = "x"\nafter = ["web"]\n',
      });
      const found = hover(files.document, files.position, files.context)!;
      assert.equal(
        (found.contents as MarkupContent).value,
        '**web** — stack; tags `prod`; defined in a\n\nUsed by 1.',
      );
    });

    it('are found in texts and scripts', () => {
      const workspace = inventoryWith({ stack: ['web'] }, { variables: ['TOKEN'] });
      const text = hoverAt('[[stack]]\nname = "a"\nconfig.environment = "A = [[TO|KEN]]"', {
        workspace,
      });
      assert.deepEqual(text, {
        on: 'TOKEN',
        text: '**TOKEN** — variable; defined in this workspace',
      });
      assert.match(
        contents('[[stack]]\nname = "a"\nconfig.environment = "A = [[N|O]]"')!,
        /^There is no Variable `NO` in this workspace. It can be a secret in the config of Core or a Periphery/,
      );
      const core = coreWith({}, { secrets: ['KEY'] });
      assert.equal(
        contents('[[stack]]\nname = "a"\nconfig.environment = "A = [[K|EY]]"', { core }),
        '**KEY** — secret in the configuration of komodo.lan',
      );
      const script = `[[action]]\nname = "a"\nconfig.file_contents = """\nkomodo.read("GetStack", { stack: "w|eb" })"""`;
      assert.equal(
        hoverAt(script, { workspace })?.text,
        '**web** — stack; defined in this workspace',
      );
    });

    it('tell what has a tag', () => {
      const items = [
        { name: 'a', tags: ['prod'] },
        { name: 'b', tags: ['prod', 'x'] },
      ];
      const workspace = {
        ...inventoryWith({}),
        resources: { stack: items, repo: [{ name: 'r' }] },
      };
      const marked = '[[stack]]\ntags = ["pr|od"]';
      assert.equal(
        contents(marked, { workspace }),
        '**prod** — tag; on 2 stacks of this workspace',
      );
      assert.equal(contents(marked), '**prod** — tag; on nothing of this workspace');
    });
  });
});

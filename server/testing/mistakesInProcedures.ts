/** Mistakes that people make in Procedures. */
import type { Mistake } from './mistake.ts';

const stage = ['[[procedure]]', 'name = "p"', '[[procedure.config.stage]]', 'name = "One"'];

export const mistakesInProcedures: readonly Mistake[] = [
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
    what: 'a param that its execution does not have',
    file: [
      ...stage,
      'executions = [{ execution = { type = "DeployStack", params = { stack = "a", «remove_orphans» = true } } }]',
    ],
    told: 'unknown-key (ignored)',
    says: 'Compose is told by the stack: `extra_args = ["--remove-orphans"]` in its `config`.',
    fix: [
      'Remove `remove_orphans`',
      [
        ...stage,
        'executions = [{ execution = { type = "DeployStack", params = { stack = "a" } } }]',
      ],
    ],
  },
];

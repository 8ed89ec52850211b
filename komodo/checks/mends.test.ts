import assert from 'node:assert/strict';
import { findingsIn } from './testing/check.ts';

/** A Procedure in which much is wrong. */
const text = String.raw`[[procedure]]
name = "nightly"
config.schedule = "Every day at 03:00" # at night
[[procedure.config.stage]]
name = "Build"
enabled = false
executions = [
  { execution.type = "RunBuild", execution.params.build = "app" }, # takes long
  { execution.type = "BackupCoreDatabase", execution.params = {}, enabled = true },
]
[[procedure.config.stage]]
name = "Deploy"
executions = [
  { execution.type = "Deploy", execution.params.deployment = "shop" },
  { execution.type = "DeployStack", execution.params.stack = "wbe" },
  { execution.type = "DeployStack", execution.params.stack = 'web-*' },
  { execution.type = "BatchPullStack", execution.params.pattern = "*, web", execution.params.tags = ["prod"] },
  { execution.type = "BatchPullStack", execution.params.pattern = 'db, \^web-\d{1,3}$\' },
  { execution.type = "BatchPullStack", execution.params.pattern = "^(?!web$).*" },
  { execution.type = "BatchPullStack", execution.params.pattern = "^web.+" },
  { execution.type = "BatchPullStack", execution.params.pattern = '\^(?!web$).*\' },
  { execution.type = "BatchPullStack", execution.params.pattern = """
web# all of them, really
dbb # one
""" },
  { execution.type = "BatchPullStack", execution.params.pattern = "\\\\" },
  { execution.type = "Sleep", execution.params.duration_ms = -5_000 },
]
[[procedure]]
name = "all"
[[procedure.config.stage]]
name = "Run"
executions = [{ execution.type = "BatchRunProcedure", execution.params.pattern = "*" }]
[[procedure]]
name = "idle"
[procedure.config]
schedule = "Every day at 03:00" # not now
schedule_enabled = true
`;
const others = [
  '[[stack]]\nname = "web"\n[[stack]]\nname = "db"\n[[build]]\nname = "app"\n',
  '[[deployment]]\nname = "shop"\nconfig.image = { type = "Build", params.build = "app" }\n',
];

describe('a mend', () => {
  const before = findingsIn(text, { others });
  const codes = [
    ...new Set(before.filter(({ mended }) => mended.length > 0).map(({ code }) => code)),
  ];
  const comments = (of: string) => of.match(/ # .*/g)?.length;

  it('is there for most of what is found', () => assert.equal(codes.length, 15, codes.join(' ')));

  for (const code of codes)
    it(`takes away what is told as ${code}, and nothing else`, () => {
      const count = (of: string) => findingsIn(of, { others }, code).length;
      for (const { mended, mends } of before.filter((finding) => finding.code === code))
        mended.forEach((after, index) => {
          assert.equal(count(after), count(text) - 1, mends![index]!.title);
          assert.equal(comments(after), comments(text)! + (code === 'unseen-comment' ? 1 : 0));
          const rejected = findingsIn(after, { others }).filter(
            (each) => each.class === 'rejected',
          );
          assert.deepEqual(rejected, []);
        });
    });
});

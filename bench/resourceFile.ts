/** A believable resource file of a wanted length, the same for the same seed. */

const names = [
  'web',
  'api',
  'worker',
  'db',
  'cache',
  'proxy',
  'ingest',
  'auth',
  'billing',
  'search',
];
const places = ['prod', 'stg', 'dev'];

/** Numbers from 0 to `below` - 1 by a linear congruential generator: enough to vary a text. */
function chooser(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 9) % below;
  };
}

type Choose = ReturnType<typeof chooser>;
const one = <T>(choose: Choose, of: readonly T[]): T => of[choose(of.length)]!;
const name = (choose: Choose) =>
  `${one(choose, names)}-${one(choose, places)}-${String(choose(100)).padStart(2, '0')}`;

/** Names that the file has defined so far: what is written after them can speak of them. */
interface Defined {
  readonly stacks: string[];
  readonly builds: string[];
}

function stack(choose: Choose, number: number, { stacks }: Defined): string {
  const own = `${name(choose)}-${number}`;
  const after = stacks.length > 0 ? `after = ["${one(choose, stacks)}"]\ndeploy = true\n` : '';
  stacks.push(own);
  return `[[stack]]
name = "${own}"
description = "Stack ${number} – façade für ${one(choose, names)}"
${after}tags = ["${one(choose, places)}", "team-${one(choose, names)}"]
[stack.config]
file_paths = ["compose.yaml", "compose.${one(choose, names)}.yaml"]
repo = "acme/stack_${one(choose, names)}" # private
auto_update = true
pre_deploy.path = "."
pre_deploy.command = """
# prepare
mkdir -p /data/${one(choose, names)}
"""
environment = """
ENDPOINT = https://${one(choose, names)}.example.com # public
VARIABLE_${number} = value_${choose(1000)}
"""
`;
}

function build(choose: Choose, number: number, { builds }: Defined): string {
  const own = `${name(choose)}-image-${number}`;
  builds.push(own);
  return `[[build]]
name = "${own}"
tags = ["${one(choose, places)}"]
[build.config]
version = "1.${choose(10)}.${choose(20)}"
repo = "acme/${one(choose, names)}"
branch = "main"
`;
}

function execution(choose: Choose, { stacks, builds }: Defined): string {
  const texts = [
    () => `{ execution.type = "RunBuild", execution.params.build = "${one(choose, builds)}" }`,
    () =>
      `{ execution.type = "BatchDeployStackIfChanged", execution.params.pattern = "${one(choose, stacks)} , \\\\^${one(choose, names)}-.*$\\\\" }`,
    () =>
      `{ execution.type = "DeployStack", execution.params.stack = "${one(choose, stacks)}", enabled = ${choose(2) === 0} }`,
    () =>
      `{ execution = { type = "Sleep", params = { duration_ms = ${choose(9999)} } }, enabled = true }`,
  ];
  return one(choose, texts)();
}

function procedure(choose: Choose, number: number, defined: Defined): string {
  const stages = Array.from({ length: 1 + choose(4) }, (_, index) => {
    const executions = Array.from(
      { length: 1 + choose(5) },
      () => `  ${execution(choose, defined)},\n`,
    );
    return `\n[[procedure.config.stage]]\nname = "Stage ${index}"\nexecutions = [\n${executions.join('')}]\n`;
  });
  return `[[procedure]]
name = "nightly-${name(choose)}-${number}"
tags = ["${one(choose, places)}"]
config.schedule_format = "Cron"
config.schedule = "0 ${choose(60)} ${choose(24)} * * ?"
config.schedule_timezone = "Europe/Berlin"
${stages.join('')}`;
}

/** In the order in which they are written first, so that there is something to speak of. */
const kinds = [stack, build, procedure, procedure];

/** A resource file that Core accepts, of exactly `lines` lines (padded with comments at the end). */
export function resourceFile(lines: number, seed = 42): string {
  const choose = chooser(seed);
  const defined: Defined = { stacks: [], builds: [] };
  const parts: string[] = [];
  let count = 0;
  for (let number = 0; ; number++) {
    const kind = kinds[number] ?? one(choose, kinds);
    const part = kind(choose, number, defined) + '\n';
    const height = part.split('\n').length - 1;
    if (count + height > lines) break;
    parts.push(part);
    count += height;
  }
  return parts.join('') + '#\n'.repeat(lines - count);
}

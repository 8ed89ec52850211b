/** Actions to begin with: what people most often write one for. */
import { isInsideFence, quoted, type TomlDocument } from '../toml/index.ts';

export interface ActionTemplate {
  readonly id: string;
  /** What it does, in the words of a list to pick from. */
  readonly title: string;
  /** What a new Action of it may be called. */
  readonly name: string;
  readonly description: string;
  /** What stands in the config beside the script: keys with their values. */
  readonly config: Readonly<Record<string, string>>;
  readonly script: string;
}

export const actionTemplates: readonly ActionTemplate[] = [
  {
    id: 'empty',
    title: 'An empty script',
    name: 'new-action',
    description: '',
    config: {},
    script: `const version = await komodo.core_version();
console.log(\`Hello from Komodo \${version}\`);
`,
  },
  {
    id: 'restart-by-tag',
    title: 'Restart all Deployments that have a tag',
    name: 'restart-tagged',
    description: 'Restarts the Deployments that have a tag, one after another',
    config: { arguments: 'tag = web\n' },
    script: `// The tag comes from the arguments; a run can give another one.
const tag: string = ARGS.tag;

const deployments = await komodo.read("ListDeployments", { query: { tags: [tag] } });
if (deployments.length === 0) {
  throw new Error(\`No Deployment has the tag \${tag}\`);
}

const failed: string[] = [];
for (const { name } of deployments) {
  const started = await komodo.execute("RestartDeployment", { deployment: name });
  const update = await komodo.poll_update_until_complete(started._id!.$oid);
  console.log(\`\${name}: \${update.success ? "restarted" : "failed"}\`);
  if (!update.success) failed.push(name);
}
if (failed.length > 0) {
  throw new Error(\`Did not restart: \${failed.join(", ")}\`);
}
`,
  },
  {
    id: 'terminal-command',
    title: 'Run a command on a Server',
    name: 'run-command',
    description: 'Runs a command in a terminal of a Server, and fails when it fails',
    config: { arguments: 'server = server-1\ncommand = df -h /\n' },
    script: `// Both come from the arguments; a run can give others.
const server: string = ARGS.server;
const command: string = ARGS.command;

let exitCode = "";
await komodo.execute_server_terminal(
  { server, command, init: { command: "bash" } },
  {
    onLine: (line) => console.log(line),
    onFinish: (code) => {
      exitCode = code;
    },
  },
);
if (exitCode !== "0") {
  throw new Error(\`\${command} on \${server} ended with \${exitCode || "no exit code"}\`);
}
`,
  },
  {
    id: 'scale-by-time',
    title: 'Scale a Stack by the time of day',
    name: 'scale-by-time',
    description: 'More replicas by day than by night; its compose file has replicas: ${REPLICAS}',
    config: { schedule: 'Every day at 08:00 and 20:00', schedule_timezone: 'Europe/Berlin' },
    script: `// The Stack's environment has REPLICAS=[[WEB_REPLICAS]].
const stack = "web";
const variable = "WEB_REPLICAS";

const hour = Number(
  new Intl.DateTimeFormat("en", {
    hour: "numeric",
    hourCycle: "h23",
    timeZone: "Europe/Berlin",
  }).format(new Date()),
);
const replicas = hour >= 8 && hour < 20 ? "4" : "1";

const { value } = await komodo.read("GetVariable", { name: variable });
if (value === replicas) {
  console.log(\`\${stack} has \${replicas} replicas already\`);
  return;
}
await komodo.write("UpdateVariableValue", { name: variable, value: replicas });
const started = await komodo.execute("DeployStack", { stack });
const update = await komodo.poll_update_until_complete(started._id!.$oid);
if (!update.success) {
  throw new Error(\`\${stack} was not deployed with \${replicas} replicas\`);
}
console.log(\`\${stack} has \${replicas} replicas now\`);
`,
  },
];

/**
 * The block of a new Action, to stand at the end of a file.
 *
 * @param name as the person wants it, quotes and all
 */
export function newActionBlock(
  template: ActionTemplate,
  name: string,
  document: TomlDocument,
): string {
  const around = {
    insideFence: isInsideFence(document, document.text.length),
    eol: document.text.includes('\r\n') ? '\r\n' : '\n',
  } as const;
  const { eol } = around;
  const pair = (key: string, value: string): string =>
    `${key} = ${quoted(value.replaceAll('\n', eol), around)}`;
  const lines = [
    '[[action]]',
    pair('name', name),
    ...(template.description === '' ? [] : [pair('description', template.description)]),
    '[action.config]',
    ...Object.entries(template.config).map(([key, value]) => pair(key, value)),
    pair('file_contents', template.script),
  ];
  return lines.join(eol) + eol;
}

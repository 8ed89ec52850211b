/**
 * `npm run bench [-- --rounds N] [--lines N]`: how long a person waits for diagnostics, hover and completion, beside two
 * other TOML language servers, through the same client in the same run. Absolute times depend on the machine; the
 * ratios are what counts. The other servers are installed into .host/peers on first use. Edits come at the pace of
 * fast typing and alternate between a syntax error and its repair; a server's own debouncing counts, since a person
 * waits for it too.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { percentile, table } from './figures.ts';
import { measure, type Script, type ServerCommand, type Timing } from './lspClient.ts';
import { resourceFile } from './resourceFile.ts';

const root = path.join(import.meta.dirname, '..');
const peersFolder = path.join(root, '.host', 'peers');
const peerPackages = ['@tombi-toml/tombi@1.2.1', '@taplo/lsp@0.8.0'];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    lines: { type: 'string', default: '2220' },
  },
});

function installPeers(): void {
  const marker = path.join(peersFolder, 'installed.txt');
  if (existsSync(marker)) return;
  mkdirSync(peersFolder, { recursive: true });
  writeFileSync(path.join(peersFolder, 'package.json'), '{ "private": true }');
  console.log(`Installing ${peerPackages.join(' and ')} to compare with …`);
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...peerPackages];
  execFileSync('npm', install, { cwd: peersFolder, stdio: 'inherit' });
  writeFileSync(marker, peerPackages.join('\n'));
}

function servers(): ServerCommand[] {
  return [
    {
      name: 'Komodo Procedures',
      command: process.execPath,
      args: [path.join(root, 'dist', 'server.js'), '--stdio'],
    },
    {
      name: 'tombi 1.2.1',
      command: path.join(peersFolder, 'node_modules', '.bin', 'tombi'),
      args: ['lsp', '--offline'],
    },
    {
      name: '@taplo/lsp 0.8.0',
      command: path.join(root, 'node_modules', '.bin', 'tsx'),
      args: [path.join(import.meta.dirname, 'taploServer.mts'), peersFolder],
    },
  ];
}

/** Edits in the middle of the file, behind an execution's type; hover and completion stand in that type. */
function script(text: string, rounds: number): Script {
  const lines = text.split('\n');
  const middle = lines.length >> 1;
  const line = lines.findIndex((content, at) => at >= middle && content.startsWith('name = "'));
  const character = lines[line]!.length;
  const inName = { line, character: 'name'.length - 1 };
  return { text, line, character, broken: ' "', hover: inName, completion: inName, rounds };
}

function milliseconds(timing: Timing): string[] {
  const both = (list: readonly number[]) =>
    `${percentile(list, 0.5).toFixed(1)} / ${percentile(list, 0.95).toFixed(1)}`;
  return [
    timing.open.toFixed(0),
    both(timing.edits),
    both(timing.hovers),
    both(timing.completions),
  ];
}

installPeers();
const text = resourceFile(Number(values.lines));
console.log(
  `${values.lines} lines, ${Buffer.byteLength(text)} bytes, ${values.rounds} rounds; milliseconds, p50 / p95\n`,
);
const results: { name: string; timing: Timing }[] = [];
for (const server of servers()) {
  results.push({
    name: server.name,
    timing: await measure(server, script(text, Number(values.rounds))),
  });
}
console.log(
  table([
    ['', 'open', 'edit → diagnostics', 'hover', 'completion'],
    ...results.map(({ name, timing }) => [name, ...milliseconds(timing)]),
  ]),
);
const [ours, ...peers] = results.map(({ timing }) => percentile(timing.edits, 0.95));
console.log(
  `\nedit → diagnostics, p95: ours / the faster peer's = ${(ours! / Math.min(...peers)).toFixed(3)} (wanted: at most 0.125)`,
);

/** The language servers that are measured. The others are installed into .host/peers on first use. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serverEnvironment } from '../protocol/serverProcess.ts';
import type { ServerCommand } from './lspClient.ts';

const root = path.join(import.meta.dirname, '..');
const peersFolder = path.join(root, '.host', 'peers');
const peerPackages = ['@tombi-toml/tombi@1.2.1', '@taplo/lsp@0.8.0'];

export const ours: ServerCommand = {
  name: 'Komodo Procedures',
  command: process.execPath,
  args: [path.join(root, 'dist', 'server.js'), '--stdio'],
  env: serverEnvironment,
};

/** Servers for any TOML, with what Komodo is left out: the same client asks them the same. */
export function peers(): readonly ServerCommand[] {
  installPeers();
  return [
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

import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mts';
import { runStep } from './commands.mts';
import { compilers, ensureTools } from './debian.mts';
import { exclusively } from './lock.mts';

/** A code-server on this machine: a real VS Code workbench and extension host, served to a browser. */
export interface CodeServer {
  /** The Node.js that runs it; not the one that runs this script. */
  node: string;
  /** Its first file, for `node`. */
  entry: string;
}

const folder = path.join(root, '.host', 'vscode');
const modules = path.join(folder, 'node_modules');
const marker = path.join(folder, 'installed.json');

const versions = {
  'code-server': '4.139.1',
  [`node-linux-${process.arch}`]: '24.21.0',
  'node-gyp': '13.1.0',
};

const codeServer: CodeServer = {
  node: path.join(modules, `node-linux-${process.arch}`, 'bin', 'node'),
  entry: path.join(modules, 'code-server', 'out', 'node', 'entry.js'),
};

/**
 * Installs code-server from npm into .host/vscode, or does nothing when it is there.
 * Throws an error that says what to do where that can't be done.
 */
export async function installCodeServer(): Promise<CodeServer> {
  if (process.platform !== 'linux') {
    throw new Error(
      'code-server is installed on Linux only. Install VS Code instead: https://code.visualstudio.com/download ' +
        '(on macOS with its command "Shell Command: Install \'code\' command in PATH").',
    );
  }
  await exclusively(`${folder}.lock`, async () => {
    if (isInstalled()) return;
    console.log('Installing code-server, a VS Code for the browser, into .host/vscode (once) …');
    await ensureTools(compilers);
    await installPackages();
    writeFileSync(marker, JSON.stringify(versions));
  });
  return codeServer;
}

function isInstalled(): boolean {
  return existsSync(marker) && readFileSync(marker, 'utf8') === JSON.stringify(versions);
}

async function installPackages(): Promise<void> {
  const server = path.join(modules, 'code-server', 'lib', 'vscode');
  const extensions = path.join(server, 'extensions');
  rmSync(marker, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'vscode-host', private: true, dependencies: versions }),
  );
  // Install scripts stay off: they would compile what ships prebuilt, and insist on being run by Node.js 24.
  await npmInstall('npm packages: code-server, Node.js 24', folder);
  await Promise.all([
    npmInstall('npm packages: its server', server),
    npmInstall('npm packages: its extensions', extensions),
  ]);
  await Promise.all([
    runStep('typescript for its extensions', codeServer.node, ['postinstall.mjs'], {
      cwd: extensions,
    }),
    compile(path.join(server, 'node_modules', '@vscode', 'spdlog')),
    compile(path.join(server, 'node_modules', '@vscode', 'native-watchdog')),
  ]);
  link('code-linux.sh', path.join(server, 'bin', 'remote-cli', 'code-server'));
  link('browser-linux.sh', path.join(server, 'bin', 'helpers', 'browser.sh'));
}

function npmInstall(what: string, cwd: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  return runStep(what, 'npm', ['install', '--ignore-scripts', '--omit=dev', ...quiet], { cwd });
}

/** Compiles a native module against the headers that the Node.js package brings, and loads it once. */
async function compile(module: string): Promise<void> {
  const gyp = path.join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const home = path.join(path.dirname(codeServer.node), '..');
  const args = [gyp, 'rebuild', `--nodedir=${home}`, '--jobs=max'];
  const env = { PATH: `${path.dirname(codeServer.node)}:${process.env.PATH ?? ''}` };
  const name = path.basename(module);
  await runStep(`compile ${name}`, codeServer.node, args, { cwd: module, env });
  await runStep(`load ${name}`, codeServer.node, ['-e', 'require(process.argv[1])', module]);
}

function link(target: string, file: string): void {
  rmSync(file, { force: true });
  symlinkSync(target, file);
}

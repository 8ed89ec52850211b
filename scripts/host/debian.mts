import { printsSomething, runStep, which } from './commands.mts';

/** Something a machine has to have, and the Debian package that brings it. */
interface Tool {
  debianPackage: string;
  isThere: () => boolean;
}

const command = (name: string, debianPackage = name): Tool => ({
  debianPackage,
  isThere: () => which(name) !== undefined,
});

/** What compiling code-server's two native modules takes. */
export const compilers: Tool[] = [command('g++'), command('make'), command('python3')];

/** A browser for the tests, and at least one font for it to draw with. */
export const browser: Tool[] = [
  { debianPackage: 'chromium', isThere: () => findChromium() !== undefined },
  { debianPackage: 'fonts-dejavu-core', isThere: () => printsSomething('fc-list', []) },
];

/** The Chromium to test with: `CHROMIUM` names one, else the first on PATH. */
export function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return process.env.CHROMIUM ?? names.map(which).find((file) => file !== undefined);
}

/**
 * Installs the tools that are missing, where that can be done without asking: on Debian and its kin, as root.
 * Otherwise throws an error that names the one command a person has to run.
 */
export async function ensureTools(tools: Tool[]): Promise<void> {
  const missing = tools.filter(({ isThere }) => !isThere()).map((tool) => tool.debianPackage);
  if (missing.length === 0) return;
  const install = ['install', '--yes', '--no-install-recommends', ...missing];
  if (which('apt-get') === undefined || process.getuid?.() !== 0) {
    throw new Error(
      `This machine lacks ${missing.join(', ')} (names of Debian packages). Please run:\n` +
        `  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  await runStep('Debian packages: lists', 'apt-get', ['update', ...patient], { env });
  await runStep(`Debian packages: ${missing.join(' ')}`, 'apt-get', [...patient, ...install], {
    env,
  });
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay } from '../host/commands.mts';
import { root } from '../root.mts';

export type HostName = 'electron' | 'code-server';

const updateServer = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * Which VS Code the tests in the extension host run in, and why: the desktop's (`electron`) where it can be had and
 * shown, else code-server. The environment variable VSCODE_TEST decides it by name.
 */
export async function chooseHost(): Promise<{ name: HostName; reason: string }> {
  const asked = process.env.VSCODE_TEST;
  if (asked === 'electron' || asked === 'code-server') {
    return { name: asked, reason: 'VSCODE_TEST says so' };
  }
  if (asked !== undefined) throw new Error('VSCODE_TEST has to be "electron" or "code-server".');
  if (!hasDisplay()) return { name: 'code-server', reason: 'there is no display' };
  if (existsSync(path.join(root, '.vscode-test'))) {
    return { name: 'electron', reason: 'it was downloaded before' };
  }
  return (await answers(updateServer))
    ? { name: 'electron', reason: 'it can be downloaded' }
    : { name: 'code-server', reason: `${new URL(updateServer).host} doesn't answer` };
}

async function answers(address: string): Promise<boolean> {
  try {
    const { ok } = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return ok;
  } catch {
    return false;
  }
}

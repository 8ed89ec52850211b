import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { dist } from '../../scripts/root.mts';
import { copyOfSample } from '../../scripts/test/workspace.mts';

/** A Core that runs beside VS Code, as one on another machine would, with what a person needs to reach it. */
export interface OtherCore {
  address: string;
  key: string;
  secret: string;
  /** Changes something there, as somebody else does. */
  write: (type: string, params: Readonly<Record<string, unknown>>) => Promise<void>;
  stop: () => void;
}

/** Starts a Core (`komodo-procedures sandbox`) that has the resources of the sample workspace. */
export async function startCore(): Promise<OtherCore> {
  const cli = path.join(dist, 'cli.js');
  const core = spawn(process.execPath, [cli, 'sandbox', copyOfSample()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => core.kill());
  const said = await untilItListens(core);
  const find = (pattern: RegExp): string => {
    const found = pattern.exec(said)?.[1];
    if (found === undefined) throw new Error(`The sandbox does not say ${pattern.source}: ${said}`);
    return found;
  };
  const address = find(/(http:\S+)/);
  const key = find(/API_KEY=(\S+)/);
  const secret = find(/API_SECRET=(\S+)/);
  return {
    address,
    key,
    secret,
    async write(type, params) {
      const headers = {
        'content-type': 'application/json',
        'x-api-key': key,
        'x-api-secret': secret,
      };
      const body = JSON.stringify({ type, params });
      const { status } = await fetch(`${address}/write`, { method: 'POST', headers, body });
      if (status !== 200) throw new Error(`${type} was answered with ${status}`);
    },
    stop: () => core.kill(),
  };
}

async function untilItListens(core: ChildProcess): Promise<string> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    core.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('listens at')) resolve();
    });
    core.once('exit', () => reject(new Error(`The sandbox ended: ${said}`)));
  });
  return said;
}

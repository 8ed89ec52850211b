/** The sandbox: a Core of its own over the resource files of a workspace. It listens on the loopback interface only. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { Auth } from './http/auth.ts';
import { Tokens } from './http/jwt.ts';
import { httpServer } from './http/server.ts';
import type { Random } from './ids.ts';
import { newCore } from './new-core.ts';
import type { FileProblem, ResourceFile } from './workspace/index.ts';
import { Workspace } from './workspace/index.ts';

export type { FileProblem, ResourceFile } from './workspace/index.ts';

type Files = readonly ResourceFile[];

export interface SandboxOptions {
  /** The TOML files of the workspace, or how to read them. */
  readonly files: Files | (() => Promise<Files>);
  readonly regexEngine: RegexEngine;
  /** Reads any other file of the workspace, by its path from its folder on: what Stacks are deployed from. */
  readonly textOfFile?: (path: string) => string | undefined;
  readonly clock?: Clock;
  /** Makes ids of 24 hex digits. */
  readonly ids?: () => string;
  readonly random?: Random;
  /** A free one where it is left out. */
  readonly port?: number;
}

export interface Sandbox {
  readonly url: string;
  /** An API key and its secret, made for this start. */
  readonly key: string;
  readonly secret: string;
  /** What the files held that Core would refuse; the resources of a refused file stay as they were before. */
  readonly problems: readonly FileProblem[];
  /** Takes the files as they are now. Resources that were made over the API stay. */
  reload(files: Files): readonly FileProblem[];
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock = systemClock, random = randomBytes, files } = options;
  const core = newCore({ ...options, clock, random });
  const auth = new Auth(core, new Tokens(clock, random(32)));
  const { key, secret } = core.users.createKey('sandbox', clock.now(), 0);
  const workspace = new Workspace(core);
  const problems = workspace.load(typeof files === 'function' ? await files() : files);

  const { server, hangUp } = httpServer(core, auth);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  core.url = `http://127.0.0.1:${port}`;

  return {
    url: core.url,
    key,
    secret,
    problems,
    reload: (now) => workspace.load(now),
    close: () =>
      new Promise((resolve) => {
        core.timers.stop();
        server.close(() => resolve());
        hangUp();
      }),
  };
}

import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

interface Answer {
  readonly type: string;
  readonly request_seq?: number;
  readonly event?: string;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

/** TypeScript's own server with the plugin, as VS Code starts it. */
export class TsServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #expecting = new Map<string | undefined, (answer: Answer) => void>();
  #asked = 0;

  constructor(probed: string) {
    const server = path.join(
      path.dirname(createRequire(import.meta.url).resolve('typescript')),
      'tsserver.js',
    );
    const options = ['--globalPlugins', 'komodo-actions', '--pluginProbeLocations', probed];
    const quiet = ['--disableAutomaticTypingAcquisition', '--useInferredProjectPerProjectRoot'];
    this.#process = spawn(process.execPath, [server, ...options, ...quiet]);
    createInterface({ input: this.#process.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const answer = JSON.parse(line) as Answer;
      if (answer.type === 'response') this.#waiting.get(answer.request_seq!)?.(answer);
      else this.#expecting.get(answer.event)?.(answer);
    });
  }

  /** Tells it something. Returns by which number it may answer. */
  send(command: string, given: object): number {
    const seq = ++this.#asked;
    const request = { seq, type: 'request', command, arguments: given };
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    return seq;
  }

  async ask<Body>(command: string, given: object): Promise<Body> {
    const seq = this.send(command, given);
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(seq, resolve));
    const { success = true, message, body } = await answer;
    // What fails for want of something to tell says that there is none.
    assert.ok(success || message?.startsWith('No content') === true, message);
    return body as Body;
  }

  /** What it says by itself the next time that it says something of a name. */
  async told<Body>(event: string): Promise<Body> {
    const answer = await new Promise<Answer>((resolve) => this.#expecting.set(event, resolve));
    return answer.body as Body;
  }

  /** @param projectRootPath the folder of a workspace, whose files are looked at together */
  open(file: string, fileContent: string, projectRootPath?: string): void {
    this.send('open', { file, fileContent, scriptKindName: 'TS', projectRootPath });
  }

  /** What it says of a file that is open. */
  async problems(file: string): Promise<string[]> {
    const all = [];
    for (const command of ['syntacticDiagnosticsSync', 'semanticDiagnosticsSync'])
      all.push(...(await this.ask<{ text: string }[]>(command, { file })));
    return all.map(({ text }) => text);
  }

  stop(): void {
    this.#process.kill();
  }
}

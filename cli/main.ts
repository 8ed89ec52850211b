#!/usr/bin/env node
/** The command line: reads the arguments, hands them to a command, ends with its exit code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CoreError } from '../api/index.ts';
import { bundledEngine } from '../komodo/patterns/bundled-engine.ts';
import { isVersion } from '../komodo/schema/index.ts';
import { ScriptWorker } from '../server/actions/worker.ts';
import { check } from './check.ts';
import { coreClient } from './core.ts';
import { onInterrupt } from './interrupt.ts';
import { CommandError, terminal } from './output.ts';
import { plan } from './plan.ts';
import { preview, previewRuns } from './preview.ts';
import { rehearseAction } from './rehearseAction.ts';
import { run } from './run.ts';
import { sandboxCommand } from './sandbox.ts';
import { usage } from './usage.ts';
import { worldOf } from './world.ts';

const output = terminal();

/** Every command gets the arguments behind its name, and answers its exit code. */
const commands: Record<string, (args: string[]) => Promise<number> | number> = {
  async check(args) {
    const { values, positionals } = read(args, {
      format: { type: 'string', default: 'text' },
      core: { type: 'string' },
      'core-version': { type: 'string' },
    });
    const format = oneOf(values.format, ['text', 'json'], '--format');
    const core = values['core-version'];
    if (core !== undefined && !isVersion(core)) {
      throw new CommandError(`--core-version takes a version like 2.3.2, not ${core}.`, 2);
    }
    const options = {
      paths: positionals.length > 0 ? positionals : ['.'],
      format,
      engine: bundledEngine,
      typescript: new ScriptWorker(path.join(__dirname, 'actions.js'), { limit: 30_000 }),
      ...(core !== undefined && { core }),
    };
    if (values.core === undefined) return check(options, output);
    const { inventory } = await worldOf({ core: values.core }, process.env);
    return check({ ...options, inventory }, output);
  },

  async plan(args) {
    const { values, positionals } = read(args, worldOptions);
    const name = only(positionals, 'the name of a Procedure');
    return plan(name, await worldOf(values, process.env), bundledEngine, output);
  },

  async preview(args) {
    const { values, positionals } = read(args, {
      ...worldOptions,
      kind: { type: 'string', default: 'stack' },
      permission: { type: 'boolean', default: false },
      schedule: { type: 'string' },
      cron: { type: 'boolean', default: false },
      zone: { type: 'string' },
    });
    if (values.schedule !== undefined) {
      if (positionals.length > 0) throw new CommandError('Give a pattern or --schedule.', 2);
      const core =
        values.core === undefined ? undefined : (await worldOf(values, process.env)).inventory;
      const format = values.cron ? 'Cron' : 'English';
      const { schedule, zone: timezone } = values;
      const coreTimezone = core?.timezone;
      return previewRuns({ schedule, format, timezone, coreTimezone }, core?.label, output);
    }
    const pattern = only(positionals, 'a pattern (in quotes), or --schedule');
    return preview(pattern, values, await worldOf(values, process.env), bundledEngine, output);
  },

  async run(args) {
    const { values, positionals } = read(args, {
      core: { type: 'string' },
      action: { type: 'boolean', default: false },
    });
    const name = only(positionals, 'the name of a Procedure');
    if (values.core === undefined) throw new CommandError('Say which Core: --core URL.', 2);
    const leave = new AbortController();
    const command = {
      kind: values.action ? 'Action' : 'Procedure',
      name,
      client: coreClient(values.core, process.env),
      leave: leave.signal,
    } as const;
    const interrupt = onInterrupt(command, output, () => leave.abort());
    try {
      return await run(command, output);
    } catch (error) {
      if (leave.signal.aborted) return 130;
      throw error;
    } finally {
      interrupt.stop();
    }
  },

  async 'rehearse-action'(args) {
    const { values, positionals } = read(args, {
      core: { type: 'string' },
      args: { type: 'string' },
      script: { type: 'string' },
      'allow-host': { type: 'string', multiple: true },
    });
    const name = only(positionals, 'the name of an Action');
    if (values.core === undefined) throw new CommandError('Say which Core: --core URL.', 2);
    const client = coreClient(values.core, process.env);
    const { args: given, script, 'allow-host': allowHosts } = values;
    const command = { name, client, regexEngine: bundledEngine, args: given, script, allowHosts };
    return rehearseAction(command, output);
  },

  sandbox(args) {
    const { positionals } = read(args, {});
    return sandboxCommand(positionals[0] ?? '.', output);
  },

  async lsp(args) {
    read(args, { stdio: { type: 'boolean' } });
    // The server reads --stdio from the arguments itself, and lives until its input ends.
    await import('../server/main.ts');
    return new Promise<number>(() => undefined);
  },
};

const worldOptions = {
  in: { type: 'string', multiple: true },
  core: { type: 'string' },
} as const;

function read<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  return parseArgs({ args, options, allowPositionals: true });
}

function only(positionals: readonly string[], what: string): string {
  const [first] = positionals;
  if (first === undefined || positionals.length > 1) {
    throw new CommandError(`Give ${what}, and only one.`, 2);
  }
  return first;
}

function oneOf<Word extends string>(word: string, words: readonly Word[], option: string): Word {
  const found = words.find((each) => each === word);
  if (!found) throw new CommandError(`${option} takes ${words.join(' or ')}, not ${word}.`, 2);
  return found;
}

function version(): string {
  const file = path.join(__dirname, '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || args.includes('--help')) {
    output.say(usage);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    output.say(version());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new CommandError(`There is no command ${name}; see --help.`, 2);
  return command(args);
}

function isUsageError(error: unknown): error is Error {
  return (
    error instanceof TypeError &&
    String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')
  );
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = error instanceof CommandError ? error.exitCode : 2;
    const expected =
      error instanceof CommandError || error instanceof CoreError || isUsageError(error);
    output.note(
      expected ? error.message : error instanceof Error ? String(error.stack) : String(error),
    );
  },
);

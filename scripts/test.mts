/**
 * `npm test [-- --unit] [--host] [--ui]`: all tests, or the parts that are named.
 *   --unit  unit and conformance tests, in Node.js
 *   --host  tests inside the extension host of a real VS Code, on the built extension
 *   --ui    what a person does and sees, in a real VS Code with the packaged extension
 * The last line says how many passed, failed and were skipped; the exit code is 1 unless all that ran passed.
 */
import { parseArgs } from 'node:util';
import { browser, ensureTools } from './host/debian.mts';
import { installCodeServer } from './host/install.mts';
import { whenStarted } from './main.mts';
import { packageExtension } from './package.mts';
import { runHostTests } from './test/host.mts';
import { runMocha } from './test/mocha.mts';
import { sentence, sum, type Tally } from './test/tally.ts';

/** As in `npm run test:unit`. */
const unitTests =
  '{komodo,api,actions,protocol,server,client,sandbox,cli,scripts,syntaxes,snippets}/**/*.test.ts';

const parts = {
  unit: {
    title: 'Unit and conformance tests',
    run: () => runMocha('bySuite.ts', [unitTests]),
  },
  host: {
    title: 'Tests in the extension host of VS Code',
    run: runHostTests,
  },
  ui: {
    title: 'Tests of what a person does in VS Code',
    run: async () => {
      await installCodeServer();
      await ensureTools(browser);
      return runMocha('byTest.ts', ['--config', 'e2e/ui/.mocharc.json']);
    },
  },
};

let packaging: Promise<void> | undefined;
/** Builds and packages the extension, once for all parts: each calls some of the built programs. */
function packaged(): Promise<void> {
  return (packaging ??= packageExtension());
}

/** Runs a part. One that can't start, for want of a browser or whatever, counts as a failure. */
async function run({ title, run }: (typeof parts)[keyof typeof parts]): Promise<Tally> {
  console.log(`\n== ${title}`);
  try {
    await packaged();
    const tally = await run();
    console.log(`== ${title}: ${sentence(tally)}`);
    return tally;
  } catch (error) {
    console.error(`== ${title}: can't run.`);
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

await whenStarted(import.meta, async () => {
  const options = {
    unit: { type: 'boolean' },
    host: { type: 'boolean' },
    ui: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const named = Object.entries(parts).filter(([name]) => values[name as keyof typeof values]);
  const chosen = named.length > 0 ? named.map(([, part]) => part) : Object.values(parts);
  const tallies: Tally[] = [];
  for (const part of chosen) tallies.push(await run(part));
  const total = sum(tallies);
  if (total.failed > 0) process.exitCode = 1;
  console.log(`\n${sentence(total)}`);
});

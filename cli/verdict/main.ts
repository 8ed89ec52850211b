/**
 * `npm run -s verdict -- toml | params | pattern | schedule`: what Core makes of a text, as JSON. Reads a question a line
 * and answers a line each, in order.
 */
import { bundledEngine } from '../../komodo/patterns/bundled-engine.ts';
import { serveLines } from './lines.ts';
import { answerParams } from './params.ts';
import { answerPattern } from './pattern.ts';
import { type Answer, reply } from './reply.ts';
import { answerSchedule } from './schedule.ts';
import { answerToml } from './toml.ts';

const usage = `usage: verdict toml | params | pattern | schedule   (JSON lines in, JSON lines out)

Says what Komodo Core makes of each question. A question may have an "id", which its answer begins with.

  toml      {"text"}: a resource file. "core" names the version of Core; the newest known unless given.
            -> {"ok": true, "value"} or {"ok": false, "error", "message", "line", "column", "span", "source_span"}
  params    {"type", "params"}: one execution; "core" as above.
            -> {"ok": true, "value"} or {"ok": false, "error"}
  pattern   {"pattern", "names", "mode"}: which of the names a pattern picks; mode is batch (default) or group.
            -> {"ok", "matches", "items"} or {"ok": false, "error", "chain", "items"}
  schedule  {"schedule", "format", "timezone", "after", "count"}: when a schedule runs next.
            -> {"ok", "cron", "next"} or {"ok": false, "error", "chain"}

A line that is no question is answered by "bad_question".`;

const answers: Readonly<Record<string, Answer>> = {
  toml: answerToml,
  params: answerParams,
  pattern: (question) => answerPattern(question, bundledEngine),
  schedule: answerSchedule,
};

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const [subject = ''] = words;
  if (words.length !== 1 || !Object.hasOwn(answers, subject)) {
    console.error(usage);
    return 2;
  }
  const answer = answers[subject]!;
  await serveLines(process.stdin, process.stdout, (line) => reply(line, answer));
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

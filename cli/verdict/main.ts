/**
 * `npm run -s verdict -- toml | params | pattern | schedule | action`: what Core makes of a text, as JSON. Reads a question a line
 * and answers a line each, in order.
 */
import { join } from 'node:path';
import { bundledEngine } from '../../komodo/patterns/bundled-engine.ts';
import { readTypings } from '../../server/actions/typings.ts';
import { serveLines } from './lines.ts';
import { answerParams } from './params.ts';
import { answerPattern } from './pattern.ts';
import { type Answer, reply } from './reply.ts';
import { answerSchedule } from './schedule.ts';
import { answerToml } from './toml.ts';

const usage = `usage: verdict toml | params | pattern | schedule | action   (JSON lines in, JSON lines out)

Says what Komodo Core makes of each question. A question may have an "id", which its answer begins with.

  toml      {"text"}: a resource file. "core" names the version of Core; the newest known unless given.
            -> {"ok": true, "value"} or {"ok": false, "error", "message", "line", "column", "span", "source_span"}
  params    {"type", "params"}: one execution; "core" as above.
            -> {"ok": true, "value"} or {"ok": false, "error"}
  pattern   {"pattern", "names", "mode"}: which of the names a pattern picks; mode is batch (default) or group.
            -> {"ok", "matches", "items"} or {"ok": false, "error", "chain", "items"}
  schedule  {"schedule", "format", "timezone", "after", "count"}: when a schedule runs next.
            -> {"ok", "cron", "next"} or {"ok": false, "error", "chain"}
  action    {"script"}: the script of an Action, as Core reads it from file_contents; "core" as above.
            -> {"diagnostics": [{"line", "column", "code", "severity", "message"}]}
            line and column count from 1, columns UTF-16 code units; code is TypeScript's number or one of ours;
            severity is error (Core's Deno refuses it, or the call fails), warning (types: Core does not look at them) or hint.

A line that is no question is answered by "bad_question".`;

const answers: Readonly<Record<string, Answer>> = {
  toml: answerToml,
  params: answerParams,
  pattern: (question) => answerPattern(question, bundledEngine),
  schedule: answerSchedule,
};

/** Answers about scripts, for which TypeScript is loaded. */
async function actions(): Promise<Answer> {
  const { answerAction } = await import('./action.ts');
  return answerAction(() => readTypings(join(__dirname, 'typings.json.br')));
}

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const [subject = ''] = words;
  const isKnown = subject === 'action' || Object.hasOwn(answers, subject);
  if (words.length !== 1 || !isKnown) {
    console.error(usage);
    return 2;
  }
  const answer = subject === 'action' ? await actions() : answers[subject]!;
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

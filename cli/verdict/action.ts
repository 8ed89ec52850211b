import type { Json, JsonObject } from '../../komodo/resources/index.ts';
import { diagnose, unchecked } from '../../server/actions/diagnose.ts';
import type { ScriptFinding } from '../../server/actions/finding.ts';
import { Scripts } from '../../server/actions/scripts.ts';
import type { Typings } from '../../server/actions/typings.ts';
import { LineTable } from '../../server/workspace/lineTable.ts';
import { coreOf, questionWith, type Verdict } from './question.ts';
import type { Answer } from './reply.ts';

const read = questionWith([
  { name: 'script', required: true, type: { kind: 'scalar', name: 'string' } },
]);

/** How long a script may take, in ms. */
const LIMIT = 20_000;

const severities: Readonly<Record<ScriptFinding['class'], string>> = {
  rejected: 'error',
  fails: 'error',
  ignored: 'warning',
  surprising: 'warning',
  style: 'hint',
};

/**
 * Answers what is wrong with the script of an Action: `{ script, core? }`.
 *
 * @param typings read when the first question comes
 */
export function answerAction(typings: () => Typings): Answer {
  const services = new Map<string, Scripts>();
  let deadline = Infinity;
  return (question): Verdict => {
    const script = read(question).get('script') as string;
    const core = coreOf(question);
    let scripts = services.get(core ?? '');
    if (!scripts) {
      scripts = new Scripts(typings(), core, { isCancelled: () => Date.now() > deadline });
      services.set(core ?? '', scripts);
    }
    scripts.set('script', script);
    deadline = Date.now() + LIMIT;
    const lines = new LineTable(script);
    return [['diagnostics', foundIn(scripts).map((each) => written(each, lines))]];
  };
}

function foundIn(scripts: Scripts): readonly ScriptFinding[] {
  try {
    return diagnose(scripts, 'script');
  } catch {
    // Nothing but the deadline ends it early.
    return [unchecked('TypeScript takes too long for it')];
  }
}

function written(
  { start, number, code, class: kind, message }: ScriptFinding,
  lines: LineTable,
): JsonObject {
  const { line, character } = lines.positionAt(start);
  return new Map<string, Json>([
    ['line', BigInt(line + 1)],
    ['column', BigInt(character + 1)],
    ['code', number === undefined ? code : BigInt(number)],
    ['severity', severities[kind]],
    ['message', message],
  ]);
}

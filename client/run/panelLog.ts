import { styledText } from '../../komodo/runs/index.ts';
import type { Run, RunLog, StyledSegment } from '../../komodo/runs/index.ts';
import type { LogLine } from '../../protocol/runPanel.ts';

/** Says which lines are new since it was last called; what it said once stays as it is. */
export type LogFollower = (run: Run) => readonly LogLine[];

/**
 * Follows the logs of a run and of all runs inside of it. Lines come in the order in which they were first seen: live,
 * that is the order of time; of a run that is over, each run's lines stand together, the outermost first.
 * @param clockShift milliseconds to add to Core's times to have them by the clock of this machine
 */
export function followLog(clockShift: number): LogFollower {
  const begun = new Set<string>();
  /** By text: how long it was, and how many lines of it were said. */
  const said = new Map<string, { readonly length: number; readonly lines: number }>();

  /** The lines of a text from the first on that was not said yet. A text that did not grow is not read again. */
  const fresh = (key: string, text: string): readonly (readonly StyledSegment[])[] => {
    const before = said.get(key) ?? { length: 0, lines: 0 };
    if (text.length === before.length) return [];
    const lines = linesOf(text);
    said.set(key, { length: text.length, lines: Math.max(before.lines, lines.length) });
    return lines.slice(before.lines);
  };

  const ofLog = (run: Run, log: RunLog, index: number): readonly LogLine[] => {
    const key = `${run.id}/${index}`;
    const heading: LogLine = {
      run: run.id,
      stream: 'stage',
      segments: [{ text: log.stage }],
      at: log.start + clockShift,
    };
    const first = !begun.has(key);
    begun.add(key);
    const of = (stream: 'command' | 'out' | 'err', text: string): readonly LogLine[] =>
      fresh(`${key}/${stream}`, text).map((segments) => ({ run: run.id, stream, segments }));
    return [
      ...(first ? [heading] : []),
      ...of('command', log.command),
      ...of('out', log.stdout),
      ...of('err', log.stderr),
    ];
  };

  const ofRun = (run: Run): readonly LogLine[] => [
    ...run.logs.flatMap((log, index) => ofLog(run, log, index)),
    ...run.stages.flatMap(({ executions }) =>
      executions.flatMap(({ child }) => (child ? ofRun(child) : [])),
    ),
  ];
  return ofRun;
}

/** A text as lines of styled segments; styles reach over line ends, as in a terminal. */
export function linesOf(text: string): readonly (readonly StyledSegment[])[] {
  if (text === '') return [];
  const lines: StyledSegment[][] = [[]];
  for (const segment of styledText(text.replace(/\n$/, ''))) {
    segment.text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)!.push({ ...segment, text: part });
    });
  }
  return lines;
}

/** The lines of some Updates (all when left out) as plain text, with headings that say whose they are. */
export function logDocument(
  lines: readonly LogLine[],
  nameOf: (run: string) => string,
  runs?: readonly string[],
): string {
  let writer: string | undefined;
  const text: string[] = [];
  for (const { run, stream, segments } of lines) {
    if (runs && !runs.includes(run)) continue;
    const line = segments.map((segment) => segment.text).join('');
    if (stream === 'stage' || run !== writer) {
      const heading = `# ${nameOf(run)}${stream === 'stage' ? `: ${line}` : ''}`;
      text.push(writer === undefined ? heading : `\n${heading}`);
    }
    if (stream !== 'stage') text.push(stream === 'command' ? `$ ${line}` : line);
    writer = run;
  }
  return text.join('\n') + '\n';
}

import assert from 'node:assert/strict';
import { procedureOperator } from './run.ts';
import { runOf } from './runOf.ts';
import { outline } from './testing/recording.ts';
import type { CoreUpdate } from './update.ts';

const info = '<span style="color: var(--mantine-color-dimmed)">INFO</span>: ';
const [a1, a2] = ['6b02d6f4d85e4b52920000a1', '6b02d6f4d85e4b52920000a2'] as const;
const action = `RunAction(RunAction { action: "${a1}", args: None })`;
const withArgs = `RunAction(RunAction { action: "${a1}", args: Some({"n": Number(1)}) })`;
const runs = (procedure: string): string =>
  `RunProcedure(RunProcedure { procedure: "${procedure}" })`;

type Made = Partial<Omit<CoreUpdate, '_id' | 'target'>>;

/** An Update of one target; it ended well unless said otherwise. */
function update(
  id: string,
  kind: string,
  target: string,
  start: number,
  made: Made = {},
): CoreUpdate {
  return {
    _id: { $oid: id },
    operation: `Run${kind}`,
    operator: procedureOperator,
    start_ts: start,
    end_ts: start + 10,
    success: true,
    status: 'Complete',
    logs: [],
    ...made,
    target: { type: kind, id: target },
  };
}

/** A Procedure's Update whose stages hold these executions; each stage took 100 ms. */
function procedure(id: string, start: number, stages: string[][], made: Made = {}): CoreUpdate {
  const lines = stages.flatMap((executions, i) => [
    `Executing stage: '${i}'`,
    ...executions.map((text) => `Executing: ${text}`),
    ...executions.map((text) => `Finished execution in 90ms: ${text}`),
    `Finished stage '${i}' execution in 100ms`,
  ]);
  const stdout = [`executing procedure '${id}'`, ...lines].map((line) => info + line).join('\n');
  const log = {
    stage: 'Execute procedure',
    command: '',
    stdout,
    stderr: '',
    success: true,
    start_ts: start,
    end_ts: start,
  };
  return update(id, 'Procedure', id, start, {
    end_ts: start + 100 * stages.length + 20,
    logs: [log],
    ...made,
  });
}

/** Which Update each execution of the root got, `?` for a doubtful one. */
function links(updates: CoreUpdate[]): (string | undefined)[] {
  return runOf(updates, 'root')!.stages.flatMap(({ executions }) =>
    executions.map(({ child, link }) => child && `${child.id}${link === 'doubtful' ? '?' : ''}`),
  );
}

describe('the Updates of executions', () => {
  it('are told by target and time', () => {
    const root = procedure('root', 1000, [[action]]);
    const others = [
      update('before', 'Action', a1, 999),
      update('after', 'Action', a1, 1200),
      update('another', 'Action', a2, 1005),
      update('by-a-person', 'Action', a1, 1005, { operator: '6b02cab37254b826a2331b59' }),
      update('something-else', 'Action', a1, 1005, { operation: 'CancelAction' }),
    ];
    assert.deepEqual(links([...others, root]), [undefined]);
    assert.deepEqual(links([...others, root, update('it', 'Action', a1, 1005)]), ['it']);
  });

  it('are told apart by the stages they are in', () => {
    const root = procedure('root', 1000, [[action], [action], [action]]);
    const children = [1005, 1105, 1205].map((start) => update(`at-${start}`, 'Action', a1, start));
    assert.deepEqual(links([...children, root].reverse()), ['at-1005', 'at-1105', 'at-1205']);
  });

  it('may begin late in a stage, as a busy Core begins its executions one by one', () => {
    const quick = action.replace(a1, a2);
    const root = procedure('root', 1000, [[action, quick]]);
    const [log] = root.logs;
    const stdout = log!.stdout.replace(`90ms: ${quick}`, `411.81µs: ${quick}`);
    const children = [update('first', 'Action', a1, 1001), update('late', 'Action', a2, 1095)];
    assert.deepEqual(links([{ ...root, logs: [{ ...log!, stdout }] }, ...children]), [
      'first',
      'late',
    ]);
  });

  it('may be any of those of equal executions', () => {
    const root = procedure('root', 1000, [[action, action]]);
    const children = [1005, 1006].map((start) => update(`at-${start}`, 'Action', a1, start));
    assert.deepEqual(links([root, ...children]), ['at-1005', 'at-1006']);
    assert.deepEqual(links([root, children[1]!]), ['at-1006', undefined]);
  });

  it('are doubtful where arguments would tell them apart, as Updates do not hold these', () => {
    const root = procedure('root', 1000, [[action, withArgs]]);
    const children = [1005, 1006].map((start) => update(`at-${start}`, 'Action', a1, start));
    assert.deepEqual(links([root, ...children]), ['at-1005?', 'at-1006?']);
  });

  it('are doubtful when somebody else runs the same at the same time', () => {
    const root = procedure('root', 1000, [[action]]);
    const children = [1005, 1006].map((start) => update(`at-${start}`, 'Action', a1, start));
    assert.deepEqual(links([root, ...children]), ['at-1005?']);
  });

  it('are not those that failed, where the stage did not', () => {
    const root = procedure('root', 1000, [[action]]);
    const failed = update('failed', 'Action', a1, 1005, { success: false });
    const good = update('good', 'Action', a1, 1006);
    assert.deepEqual(links([root, failed, good]), ['good']);
  });

  it('are doubtful when two children run the same at the same time', () => {
    const root = procedure('root', 1000, [[runs('p1'), runs('p2')]]);
    const children = [procedure('p1', 1005, [[action]]), procedure('p2', 1006, [[action]])];
    const grandchildren = [1010, 1011].map((start) => update(`at-${start}`, 'Action', a1, start));
    assert.deepEqual(outline(runOf([root, ...children, ...grandchildren], 'root')), [
      'ok RunProcedure root',
      "  ok stage '0'",
      ...['p1', 'p2'].flatMap((name) => [
        `    ok RunProcedure ${name}`,
        `      ok RunProcedure ${name}`,
        "        ok stage '0'",
        `          ok RunAction ${a1} (doubtful)`,
        '            ok RunAction',
      ]),
    ]);
  });

  it('are certain where Core names them in its error', () => {
    const [good, bad] = ['6b02d6f4d85e4b5292f362b1', '6b02d6f4d85e4b5292f362b2'] as const;
    const stderr =
      "ERROR: Failed stage '0' execution after 100ms\n\nTRACE:\n" +
      `\t1: ERROR: Failed on ${withArgs}\n` +
      `\t2: ERROR: Execution not successful, see update: 'http://127.0.0.1/updates/${bad}'`;
    const failed = procedure('root', 1000, [[action, withArgs]], { success: false });
    const [log] = failed.logs;
    const stdout = log!.stdout.replace(/\n[^\n]*Finished stage[^\n]*$/, '');
    const root = {
      ...failed,
      logs: [
        { ...log!, stdout },
        { ...log!, stage: 'Execution error', success: false, stdout: '', stderr },
      ],
    };
    const children = [
      update(bad, 'Action', a1, 1005, { success: false }),
      update(good, 'Action', a1, 1006),
    ];
    assert.deepEqual(links([root, ...children]), [good, bad]);
  });

  it('of a stack may be called otherwise than the execution', () => {
    const stack = (type: string): string =>
      `${type}(${type} { stack: "s1", services: ["web"], stop_time: None })`;
    const root = procedure('root', 1000, [
      [stack('DeployStackIfChanged')],
      [stack('RestartStack')],
    ]);
    const children = [
      update('deploy', 'Stack', 's1', 1005, { operation: 'DeployStack' }),
      update('restart', 'Stack', 's1', 1105, { operation: 'RestartStackService' }),
    ];
    assert.deepEqual(links([root, ...children]), ['deploy', 'restart']);
  });

  it('of a batch are doubtful until the names are known', () => {
    const root = procedure('root', 1000, [[action.replace(a1, 'backup')]]);
    const child = update('it', 'Action', '6b02d6f4d85e4b5292f362b1', 1005);
    assert.deepEqual(links([root, child]), ['it?']);
    const named = runOf([root, child], 'root', { nameOf: () => 'backup' })!;
    assert.equal(named.stages[0]!.executions[0]!.link, 'certain');
    const another = runOf([root, child], 'root', { nameOf: () => 'restore' })!;
    assert.equal(another.stages[0]!.executions[0]!.child, undefined);
  });
});

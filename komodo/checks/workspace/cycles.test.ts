import assert from 'node:assert/strict';
import { coreWith, findingsIn } from '../testing/check.ts';

/** A Procedure that runs others, by name or by a pattern. */
function procedure(name: string, ...runs: string[]): string {
  const executions = runs.map((run) =>
    run.includes('*')
      ? `{ execution.type = "BatchRunProcedure", execution.params.pattern = "${run}" }`
      : `{ execution.type = "RunProcedure", execution.params.procedure = "${run}" }`,
  );
  return `[[procedure]]\nname = "${name}"\n[[procedure.config.stage]]\nname = "s"\nexecutions = [${executions.join(', ')}]\n`;
}
const found = (text: string, ...others: string[]) =>
  findingsIn(text, { others }, 'procedure-cycle');

describe('Procedures that run each other', () => {
  it('end at the first one, which is busy', () => {
    const [cycle, ...more] = found(procedure('ping', 'pong'), procedure('pong', 'ping'));
    assert.deepEqual(more, []);
    assert.equal(cycle?.class, 'fails');
    assert.equal(cycle.text, '"pong"');
    assert.equal(
      cycle.message,
      '`ping` → `pong` → `ping`: when it comes to run `ping` once more, Core refuses with "Resource is busy", and all of them fail.',
    );
    assert.deepEqual(
      cycle.elsewhere?.map(({ uri, message }) => [uri, message]),
      [['file:///1.toml', '`pong` runs `ping`.']],
    );
  });

  it('over more than one', () => {
    const [cycle] = found(
      procedure('a', 'b'),
      procedure('b', 'x', 'c') + procedure('x'),
      procedure('c', 'a'),
    );
    assert.match(cycle!.message, /^`a` → `b` → `c` → `a`: when/);
    assert.deepEqual(
      cycle!.elsewhere?.map(({ message }) => message),
      ['`b` runs `c`.', '`c` runs `a`.'],
    );
  });

  it('in one file, each at its own place', () =>
    assert.deepEqual(
      found(procedure('a', 'b') + procedure('b', 'a')).map(({ text }) => text),
      ['"b"', '"a"'],
    ));

  it('over very many', () => {
    const messageOf = (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `p${at}`);
      const [first, ...others] = names.map((name, at) => procedure(name, names[(at + 1) % count]!));
      return found(first!, ...others)[0]!.message;
    };
    assert.match(messageOf(20), /^`p0` → `p1` → .* → `p8` → … → `p0`: when/);
    assert.match(messageOf(60), /^`p0` → `p1` → … → `p0`: when/);
  });

  it('through one that only Core has', () => {
    const execution = { type: 'RunProcedure', params: { procedure: 'ping' }, enabled: true };
    const pong = { name: 'pong', stages: [{ name: 's', enabled: true, executions: [execution] }] };
    const core = coreWith({ procedure: ['ping', 'pong'] });
    const [cycle] = findingsIn(
      procedure('ping', 'pong'),
      { core, onCore: [pong] },
      'procedure-cycle',
    );
    assert.match(cycle!.message, /^`ping` → `pong` → `ping`: when/);
  });

  it('through a pattern', () => {
    const [cycle] = found(procedure('all', 'db, run-*'), procedure('run-1', 'all'));
    assert.equal(cycle?.text, 'run-*');
  });

  it('are not those that only lead into a circle, or to themselves', () => {
    assert.deepEqual(found(procedure('start', 'a'), procedure('a', 'b'), procedure('b', 'a')), []);
    assert.deepEqual(found(procedure('self', 'self')), []);
  });

  it('are not those of which one does not run', () => {
    const disabled = procedure('b', 'a').replace('name = "s"', 'name = "s"\nenabled = false');
    assert.deepEqual(found(procedure('a', 'b'), disabled), []);
    assert.deepEqual(found(procedure('a', 'b'), procedure('b', 'nobody')), []);
  });
});

import assert from 'node:assert/strict';
import {
  availability,
  headerKinds,
  kindsOf,
  knownVersions,
  newestVersion,
  schemaFor,
} from './index.ts';

const structOf = (core: string, name: string) => {
  const definition = schemaFor(core).types.get(name);
  assert(definition?.kind === 'struct', `${name} is a struct`);
  return definition;
};

describe('the schema for a Core', () => {
  const examples = [
    ['1.18.0', '1.18.0'],
    ['1.18.3', '1.18.2'],
    ['1.19.4', '1.19.2'],
    ['v2.1.2', '2.1.1'],
    ['2.3.2-dev-4', '2.3.2'],
    ['9.0.0', newestVersion],
    ['1.2', '1.18.0'],
    ['nightly', newestVersion],
  ] as const;
  for (const [core, taken] of examples) {
    it(`of ${core} is that of ${taken}`, () => assert.equal(schemaFor(core).version, taken));
  }

  it('is the newest where no version is named', () => {
    assert.equal(schemaFor().version, knownVersions.at(-1));
  });
});

describe('a schema', () => {
  it('tells the fields of a type by each of their names', () => {
    const stack = structOf('2.3.2', 'PartialStackConfig');
    assert.equal(stack.byName.get('server')?.name, 'server_id');
    assert.equal(stack.byName.get('server_id')?.preferred, 'server');
    assert.equal(stack.full, 'StackConfig');
    assert.equal(structOf('2.3.2', 'ProcedureStage').byName.get('name')?.required, true);
  });

  it('lists the names of an enum as Core does in its errors', () => {
    const signal = schemaFor('2.3.2').types.get('TerminationSignal');
    assert(signal?.kind === 'enum');
    assert.deepEqual([...signal.byName.keys()].slice(0, 4), ['1', 'SIGHUP', '2', 'SIGINT']);
  });

  it('says which TOML its Core reads', () => {
    assert.equal(schemaFor('1.19.5').toml, '1.0');
    assert.equal(schemaFor('2.0.0').toml, '1.1');
  });

  it('has 82 executions in 2.3.2', () => {
    const execution = schemaFor('2.3.2').types.get('Execution');
    assert(execution?.kind === 'tagged');
    assert.equal(execution.variants.length, 82);
    assert.deepEqual(execution.byName.get('Sleep')?.content, { kind: 'ref', name: 'Sleep' });
  });

  it('knows the kinds of block by the names of their headers', () => {
    assert.deepEqual(
      kindsOf(schemaFor('2.3.2')).map(({ kind }) => kind),
      headerKinds,
    );
    const before2 = kindsOf(schemaFor('1.18.0'));
    assert.equal(before2.length, headerKinds.length - 1, 'no swarms yet');
    assert.equal(
      before2.find(({ kind }) => kind === 'stack')?.type,
      'ResourceToml<PartialStackConfig>',
    );
  });
});

describe('availability', () => {
  it('says since when there is a thing', () => {
    assert.deepEqual(availability('Execution', 'SendAlert'), { first: '1.19.1' });
    assert.deepEqual(availability('PartialStackConfig', 'swarm'), { first: '2.0.0' });
  });

  it('says until when there was one', () => {
    assert.deepEqual(availability('PartialServerConfig', 'timeout_seconds'), { last: '1.19.5' });
  });

  it('says nothing of what every version has, and is undefined for what none has', () => {
    assert.deepEqual(availability('PartialStackConfig', 'run_directory'), {});
    assert.equal(availability('PartialStackConfig', 'auto_deploy'), undefined);
  });
});

import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import type { JsonObject } from '../json/tree.ts';
import { debugExecution } from './debug.ts';

const shown = (type: string, params: JsonObject) =>
  debugExecution(schemaFor('2.3.2'), type, params);

describe('executions as Core logs them', () => {
  it('writes what may be left out as an Option', () => {
    assert.equal(
      shown('Deploy', { deployment: 'web', stop_signal: 'SIGTERM', stop_time: null }),
      'Deploy(Deploy { deployment: "web", stop_signal: Some(SigTerm), stop_time: None })',
    );
  });

  it('writes the arguments of an Action as serde_json does', () => {
    const args = { depth: 5, list: [1, 'two'], nested: { x: true }, nothing: null };
    assert.equal(
      shown('RunAction', { action: 'a', args }),
      'RunAction(RunAction { action: "a", args: Some({"depth": Number(5), ' +
        '"list": Array [Number(1), String("two")], "nested": Object {"x": Bool(true)}, "nothing": Null}) })',
    );
  });

  it('writes enums by their names in Rust, texts escaped', () => {
    const alert = { level: 'WARNING', message: 'a "b"\n', details: '', alerters: [] };
    assert.equal(
      shown('SendAlert', alert),
      'SendAlert(SendAlert { level: Warning, message: "a \\"b\\"\\n", details: "", alerters: [] })',
    );
  });

  it('writes what has no fields by its name', () => {
    assert.equal(shown('None', {}), 'None(NoData)');
    assert.equal(shown('ClearRepoCache', {}), 'ClearRepoCache(ClearRepoCache)');
  });
});

import assert from 'node:assert/strict';
import { callsIn } from '../actions/index.ts';
import type { Terminal } from '../inventory/terminal.ts';
import { runsOn, terminalInCall, terminalInWords } from './terminals.ts';

/** The name of a terminal in a call, and where it is said to be. */
function terminalIn(script: string): string | undefined {
  const found = terminalInCall(callsIn(script).calls[0]!);
  if (!found) return undefined;
  const { text, place } = found;
  return `${text.value} on ${place.target ?? 'something'} ${JSON.stringify(place.params)}`;
}

describe('the terminal in a call', () => {
  it('is named beside its target', () => {
    const target = '{ type: "Server", params: { server: "main" } }';
    const command = 'command: "df -h"';
    assert.equal(
      terminalIn(`komodo.execute_terminal({ target: ${target}, terminal: "disk", ${command} })`),
      'disk on Server {"server":"main"}',
    );
    assert.equal(
      terminalIn(
        `komodo.write("DeleteTerminal", { target: { type: "Stack", params: { stack: "web", service: "db" } }, terminal: "sql" })`,
      ),
      'sql on Stack {"stack":"web","service":"db"}',
    );
    assert.equal(
      terminalIn(
        `komodo.connect_terminal({ query: { target: ${target}, terminal: "x" }, on_open })`,
      ),
      'x on Server {"server":"main"}',
    );
  });

  it('is named where it is created', () => {
    assert.equal(
      terminalIn('komodo.write("CreateTerminal", { server: "main", name: "disk" })'),
      'disk on Server {"server":"main"}',
    );
    assert.equal(terminalIn('komodo.write("CreateTag", { name: "disk" })'), undefined);
  });

  it('is named in the methods for one kind of target, and in those of Core 1', () => {
    assert.equal(
      terminalIn('komodo.execute_server_terminal({ server: "main", terminal: "a", command })'),
      'a on Server {"server":"main"}',
    );
    assert.equal(
      terminalIn('komodo.execute_container_terminal({ server, container: "c", terminal: "a" })'),
      'a on Container {"container":"c"}',
    );
    assert.equal(
      terminalIn('komodo.execute_stack_service_terminal({ stack: "s", service, terminal: "a" })'),
      'a on Stack {"stack":"s"}',
    );
    assert.equal(
      terminalIn('komodo.execute_deployment_terminal({ deployment: "d", terminal: "a" })'),
      'a on Deployment {"deployment":"d"}',
    );
    assert.equal(
      terminalIn('komodo.execute_terminal({ server: "main", terminal: "a", command: "ls" })'),
      'a on Server {"server":"main"}',
    );
  });

  it('can be on anything where the script works its target out', () => {
    assert.equal(
      terminalIn('komodo.execute_terminal({ target, terminal: "a" })'),
      'a on something {}',
    );
    assert.equal(terminalIn('komodo.execute_terminal({ target, terminal })'), undefined);
    assert.equal(terminalIn('komodo.read("ListTerminals", {})'), undefined);
  });
});

describe('a terminal', () => {
  const sql: Terminal = {
    name: 'sql',
    command: 'psql',
    target: 'Stack',
    params: { stack: 'web', service: 'db' },
  };

  it('runs on a place that says nothing else', () => {
    assert.ok(runsOn(sql, { params: {} }));
    assert.ok(runsOn(sql, { target: 'Stack', params: { stack: 'web' } }));
    assert.ok(!runsOn(sql, { target: 'Server', params: {} }));
    assert.ok(!runsOn(sql, { target: 'Stack', params: { stack: 'blog' } }));
  });

  it('is called by what it runs on', () => {
    const on = (target: Terminal['target'], params: Terminal['params']) =>
      terminalInWords({ ...sql, target, params });
    assert.equal(terminalInWords(sql), 'terminal on db of Stack web');
    assert.equal(on('Stack', { stack: 'web' }), 'terminal on Stack web');
    assert.equal(on('Server', { server: 'main' }), 'terminal on Server main');
    assert.equal(on('Deployment', { deployment: 'api' }), 'terminal on Deployment api');
    assert.equal(
      on('Container', { server: 'main', container: 'db' }),
      'terminal in container db on Server main',
    );
  });
});

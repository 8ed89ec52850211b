import assert from 'node:assert/strict';
import { contextWith } from '../testing/context.ts';
import { documentOf } from '../testing/text.ts';
import { inlayHints } from './inlayHints.ts';

const settings = { patternHints: false, scheduleHints: true, defaultHints: true };

/** The text with its hints in it. */
function withHints(text: string, range?: { readonly start: number; readonly end: number }) {
  const document = documentOf(text);
  const { start, end } = range ?? { start: 0, end: text.length };
  const hints = inlayHints(document, document.lines.range(start, end), contextWith(), settings);
  return hints
    .map(({ position, label }) => ({
      at: document.lines.offsetAt(position),
      label: label as string,
    }))
    .toSorted((a, b) => b.at - a.at)
    .reduce((shown, { at, label }) => `${shown.slice(0, at)}«${label}»${shown.slice(at)}`, text);
}

describe('inlay hints', () => {
  it('say behind a schedule when it runs next', () => {
    const procedure = '[[procedure]]\nname = "p"\nconfig.schedule_timezone = "Europe/Berlin"\n';
    assert.equal(
      withHints(`${procedure}config.schedule = "every day at 18:00" # daily`),
      `${procedure}config.schedule = "every day at 18:00"«→ in 5 h, Mon 18:00» # daily`,
    );
    assert.match(withHints(`${procedure}config.schedule = "now"`), /"now"«→ never»$/);
    const off = `${procedure}config.schedule_enabled = false\nconfig.schedule = "every day at 18:00"`;
    assert.equal(withHints(off), off);
    assert.equal(withHints(`${procedure}config.schedule = ""`).includes('→'), false);
  });

  it('fill in what is left out of the params of an execution', () => {
    const stage = '[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n';
    const shown = (execution: string) =>
      withHints(`${stage}executions = [${execution}]`).slice(stage.length + 14, -1);
    assert.equal(
      shown('{ execution.type = "SendAlert", execution.params = { message = "m" } }'),
      '{ execution.type = "SendAlert", execution.params = { message = "m"«, level = "OK"» } }',
    );
    assert.equal(
      shown('{ execution.type = "Sleep", execution.params = {} }'),
      '{ execution.type = "Sleep", execution.params = {«duration_ms = 0»} }',
    );
    const full = '{ execution.type = "Sleep", execution.params.duration_ms = 5 }';
    assert.equal(shown(full), full);
  });

  it('are told of what is seen alone', () => {
    const text = '[[action]]\nname = "a"\nconfig.schedule = "every day at 18:00"';
    assert.equal(withHints(text, { start: 0, end: 12 }), text);
  });
});

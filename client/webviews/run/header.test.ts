import assert from 'node:assert/strict';
import { announcement, headerOf } from './header.ts';
import { shownRun, stage } from './testing/shownRun.ts';

const planned = [
  stage('Sync', 'ok', [], { index: 0 }),
  stage('Deploy', 'running', [], { index: 1 }),
  stage('Announce', 'waiting', [], { index: 2 }),
];

describe('the head of the run panel', () => {
  it('says how far it is, by our own clock, and how long it usually takes', () => {
    const header = headerOf(shownRun({ stages: planned }, { usual: 70_000 }), 50_000);
    assert.deepEqual(header.facts, ['stage 2 of 3', '00:41', 'usually 01:10']);
    assert.equal(header.progress?.toFixed(2), '0.59');
  });

  it('does not count stages it does not know', () => {
    const header = headerOf(shownRun({ stages: [stage('Sync', 'running')] }), 9000);
    assert.deepEqual(header.facts, ['stage 1', '00:00']);
    assert.equal(header.progress, undefined);
  });

  it('never says done before it is', () => {
    const header = headerOf(shownRun({ stages: planned }, { usual: 1000 }), 500_000);
    assert.equal(header.progress, 0.97);
  });

  it('says how it ended', () => {
    const over = (more: object): readonly string[] =>
      headerOf(shownRun({ end: 12_500, ...more }), 99_000).facts;
    assert.deepEqual(over({ status: 'ok' }), ['succeeded', '2.5 s']);
    assert.deepEqual(over({ status: 'failed', interrupted: true }), [
      'failed',
      '2.5 s',
      'Core stopped meanwhile',
    ]);
  });

  it('cancels after the stage, and says when that would stop nothing', () => {
    const at = (stages: typeof planned) => headerOf(shownRun({ stages }), 0).cancel;
    assert.equal(at(planned).label, 'Cancel after this stage');
    assert.equal(at(planned).enabled, true);
    assert.equal(at(planned.slice(0, 2)).enabled, false);
    assert.match(at(planned.slice(0, 2)).hint, /last stage/);
  });

  it('does not offer to cancel twice, or what is over', () => {
    const twice = headerOf(shownRun({ stages: planned }, { cancelling: true }), 0);
    assert.deepEqual([twice.cancel.enabled, twice.facts.at(-1)], [false, 'cancelling']);
    assert.equal(headerOf(shownRun({ status: 'ok' }), 0).cancel.shown, false);
  });

  it('stands still when the run can’t be followed any more', () => {
    const header = headerOf(
      shownRun({ stages: planned }, { followed: false, usual: 1000 }),
      50_000,
    );
    assert.equal(header.status, 'lost');
    assert.deepEqual(header.facts.slice(0, 2), ['stage 2 of 3', 'not followed any more']);
    assert.equal(header.progress, undefined);
    assert.equal(header.cancel.shown, false);
  });

  it('stops an Action at once', () => {
    assert.equal(headerOf(shownRun({ kind: 'Action' }), 0).cancel.label, 'Cancel');
  });

  it('tells a screen reader when a stage begins and how it ends, once', () => {
    const first = shownRun({ stages: planned });
    assert.equal(announcement(undefined, first), 'release-web: stage 2 of 3, Deploy');
    assert.equal(announcement(first, first), '');
    const failed = shownRun({ stages: planned, status: 'failed', error: 'port is taken' });
    assert.equal(announcement(first, failed), 'release-web failed: port is taken');
    assert.equal(announcement(failed, failed), '');
    const lost = shownRun({ stages: planned }, { followed: false });
    assert.equal(announcement(first, lost), 'release-web: not followed any more');
    assert.equal(announcement(lost, lost), '');
  });
});

/** The rehearsal panel: what a script would have changed, beside what it prints. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-split-layout/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { clockText, durationText } from '../../../komodo/runs/duration.ts';
import type {
  FromRehearsalPanel,
  ShownRehearsal,
  ToRehearsalPanel,
} from '../../../protocol/rehearsal.ts';
import type { LogLine } from '../../../protocol/runPanel.ts';
import { element, icon, setAttributes, setIcon, setText, toolButton } from '../dom.ts';
import { logView } from '../run/logView.ts';
import '../run/style.css';
import './style.css';
import { thingsView } from './thingsView.ts';

const host = acquireVsCodeApi();
const tell = (message: FromRehearsalPanel): void => host.postMessage(message);

let shown: ShownRehearsal | undefined;
const lines: LogLine[] = [];

const icons: Record<ShownRehearsal['status'], string> = {
  running: 'loading codicon-modifier-spin',
  ok: 'pass',
  failed: 'error',
  cancelled: 'circle-slash',
  'too long': 'watch',
  'not begun': 'error',
};
const words: Record<ShownRehearsal['status'], string> = {
  running: 'running',
  ok: 'rehearsed',
  failed: 'the script failed',
  cancelled: 'cancelled',
  'too long': 'ended at the time limit',
  'not begun': 'the script did not begin',
};

const status = icon('circle-outline');
const title = element('h1');
const facts = element('span', { class: 'facts' });
const again = toolButton('debug-restart', 'Rehearse again', () => tell({ type: 'again' }));
const cancel = element('vscode-button', { secondary: true, icon: 'debug-stop' }, 'Cancel');
cancel.addEventListener('click', () => tell({ type: 'cancel' }));
const banner = element('span', { class: 'banner-text' });
const notes = element('div', { class: 'notes', role: 'note' });
const trouble = element('div', { class: 'trouble', role: 'status' });
const head = element(
  'header',
  {},
  element(
    'div',
    { class: 'head' },
    status,
    title,
    facts,
    element('span', { class: 'chip simulated' }, 'rehearsal'),
    element('span', { class: 'grow' }),
    toolButton('go-to-file', 'Open script', () => tell({ type: 'openScript' })),
    toolButton('output', 'Open output as a document', () => tell({ type: 'openLog' })),
    again,
    cancel,
  ),
  element('div', { class: 'banner', role: 'note' }, icon('beaker'), banner),
  notes,
  trouble,
);

const things = thingsView((key) => tell({ type: 'compare', key }));
const log = logView(
  () => '',
  () => undefined,
);
const silent = element('p', { class: 'none' });
const output = element(
  'section',
  { class: 'log', 'aria-label': 'Output of the script' },
  element('div', { class: 'tools' }, element('b', {}, 'Output')),
  silent,
  log.element,
);
const split = element('vscode-split-layout', {
  'min-start': '200px',
  'min-end': '160px',
  'initial-handle-position': '50%',
});
things.element.slot = 'start';
output.slot = 'end';
split.append(things.element, output);
const announcer = element('div', { class: 'announcer', 'aria-live': 'polite' });
document.body.append(head, split, announcer);

function draw(): void {
  for (const part of [head, split]) part.hidden = shown === undefined;
  if (!shown) return;
  const isOver = shown.end !== undefined;
  const elapsed = (shown.end ?? Date.now()) - shown.start;
  setIcon(status, icons[shown.status]);
  setText(title, shown.title);
  const limit = shown.status === 'too long' ? ` (${shown.limit} s)` : '';
  setText(
    facts,
    [
      `${words[shown.status]}${limit}`,
      isOver ? durationText(elapsed) : clockText(elapsed),
      shown.source,
      ...(shown.args === undefined ? [] : [`ARGS ${shown.args}`]),
    ].join(' · '),
  );
  setAttributes(facts, { title: facts.textContent });
  cancel.hidden = isOver;
  again.hidden = !isOver;
  const where = shown.isSandbox ? 'The sandbox' : `${shown.profile} (${shown.core})`;
  const was = isOver ? 'was' : 'is';
  const hasRun = shown.status !== 'not begun';
  const read = hasRun ? ` ${where} ${was} read; what follows ${was} only noted.` : '';
  setText(banner, `Nothing ${was} changed.${read}`);
  setText(notes, shown.notes.join('\n'));
  notes.hidden = shown.notes.length === 0;
  setText(trouble, shown.trouble ?? '');
  trouble.hidden = shown.trouble === undefined;
  things.draw(shown.things, shown.status);
  const isSilent = lines.length === 0;
  const printed = hasRun ? 'The script printed nothing.' : 'The script did not run.';
  setText(silent, isOver ? printed : 'Nothing printed yet.');
  silent.hidden = !isSilent;
  log.element.hidden = isSilent;
  const news = isOver ? `${shown.title}: ${words[shown.status]}. Nothing was changed.` : '';
  setText(announcer, news);
}

addEventListener('message', ({ data }: MessageEvent<ToRehearsalPanel>) => {
  if (data.type === 'lines') {
    lines.length = data.from;
    lines.push(...data.lines);
    if (data.from === 0) log.show(lines, undefined);
    else log.grow();
  } else {
    if (data.shown.id !== shown?.id) {
      lines.length = 0;
      log.show(lines, undefined);
    }
    shown = data.shown;
  }
  draw();
});
/** Side by side where the panel is flat and wide. */
new ResizeObserver(() => {
  split.split = innerWidth < 640 ? 'horizontal' : 'vertical';
}).observe(document.body);
// Seconds go by while it runs.
setInterval(() => {
  if (shown && shown.end === undefined) draw();
}, 1000);
draw();
tell({ type: 'ready' });

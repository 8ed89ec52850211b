/** The preview panel: asks its host what a pattern or schedule comes to while somebody types, and draws the answers. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type {
  FromPreviewPanel,
  PatternSubject,
  PreviewSubject,
  PreviewTarget,
  ScheduleSubject,
  ToPreviewPanel,
} from '../../../protocol/preview.ts';
import { element, setAttributes, setText } from '../dom.ts';
import { patternView } from './patternView.ts';
import { localTimezone, scheduleView } from './scheduleView.ts';
import './style.css';

/** What outlives hiding the panel. */
interface Kept {
  readonly about: PreviewSubject['about'];
  readonly pattern: PatternSubject;
  readonly names?: 'core' | 'workspace' | undefined;
  readonly schedule: ScheduleSubject;
}

const host = acquireVsCodeApi<Kept>();
const tell = (message: FromPreviewPanel): void => host.postMessage(message);

const kept: Kept = host.getState() ?? {
  about: 'pattern',
  pattern: { about: 'pattern', kind: 'stack', text: '*', mode: 'batch' },
  schedule: { about: 'schedule', text: 'every day at 03:00', format: 'English', timezone: '' },
};

const pattern = patternView(ask);
const schedule = scheduleView(ask);
const sorts = ['pattern', 'schedule'] as const;
const tabs = element(
  'vscode-tabs',
  {},
  element('vscode-tab-header', { slot: 'header' }, 'Pattern'),
  element('vscode-tab-panel', {}, pattern.element),
  element('vscode-tab-header', { slot: 'header' }, 'Schedule'),
  element('vscode-tab-panel', {}, schedule.element),
);
const insert = element(
  'vscode-button',
  { icon: 'insert', title: 'Insert into File (Ctrl+Enter)' },
  'Insert into File',
);
const place = element('span', { class: 'place' });
const trouble = element('p', { class: 'trouble', role: 'alert', hidden: true });
document.body.append(trouble, tabs, element('footer', {}, insert, place));

let about: PreviewSubject['about'] = kept.about;
/** Number of the last question, and whether it is not answered yet, or no more the last word. */
let asked = 0;
let waiting = false;
let stale = false;

let target: PreviewTarget | null = null;

const viewOf = () => (about === 'pattern' ? pattern : schedule);

/** One question at a time: what is typed meanwhile is asked when the answer has come. */
function ask(): void {
  host.setState({
    about,
    pattern: pattern.subject,
    names: pattern.names,
    schedule: schedule.subject,
  });
  stale = waiting;
  if (waiting) return;
  waiting = true;
  asked += 1;
  const { subject } = viewOf();
  const { names } = pattern;
  tell({
    type: 'ask',
    id: asked,
    question: { subject, localTimezone, ...(names && { names }) },
  });
}

function take(message: ToPreviewPanel): void {
  switch (message.type) {
    case 'show':
      show(message.about, message.subject);
      break;
    case 'answer':
      if (message.id !== asked) return;
      waiting = false;
      trouble.hidden = true;
      if (message.answer.about === 'pattern') pattern.draw(message.answer);
      else schedule.draw(message.answer);
      if (stale) ask();
      break;
    case 'failed':
      waiting = false;
      trouble.hidden = false;
      setText(trouble, message.why);
      break;
    case 'changed':
      ask();
      break;
    case 'target':
      target = message.target;
      drawTarget();
      break;
  }
}

function show(sort: PreviewSubject['about'], subject?: PreviewSubject): void {
  about = sort;
  tabs.selectedIndex = sorts.indexOf(sort);
  drawTarget();
  if (subject?.about === 'pattern') pattern.set(subject, pattern.names);
  if (subject?.about === 'schedule') schedule.set(subject);
  ask();
  requestAnimationFrame(() => viewOf().focus());
}

function drawTarget(): void {
  setAttributes(insert, { disabled: target === null });
  setText(
    place,
    target === null
      ? 'Put the cursor into a resource file of Komodo’s to insert it there.'
      : target.replaces === about
        ? `in place of the ${about} in ${target.file}, line ${target.line}`
        : `at the cursor in ${target.file}, line ${target.line}`,
  );
}

const write = (): void => tell({ type: 'insert', subject: viewOf().subject });
insert.addEventListener('click', write);
addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write();
});
tabs.addEventListener('vsc-tabs-select', ({ detail }) => {
  about = sorts[detail.selectedIndex] ?? 'pattern';
  drawTarget();
  ask();
});
addEventListener('message', ({ data }: MessageEvent<ToPreviewPanel>) => take(data));
// What was next goes by.
setInterval(() => {
  if (about === 'schedule') ask();
}, 30_000);

pattern.set(kept.pattern, kept.names);
schedule.set(kept.schedule);
show(kept.about);
tell({ type: 'ready' });

/** The run panel: takes messages of its host, keeps what somebody chose, and draws. The only file that knows both. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-split-layout/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import type {
  FromRunPanel,
  LogLine,
  RunChoice,
  ShownRun,
  ToRunPanel,
} from '../../../protocol/runPanel.ts';
import { element, setText } from '../dom.ts';
import { announcement, headerOf, isUnderWay } from './header.ts';
import { headView } from './headerView.ts';
import { logSection } from './logSection.ts';
import { namesOf } from './runNames.ts';
import { findStep, firstFailure, newestRunning, stepsOf, withOpenKept } from './steps.ts';
import type { Folds, StepView } from './steps.ts';
import { stepsView } from './stepsView.ts';
import './style.css';

/** What outlives hiding the panel. */
interface Kept {
  /** Run on which these choices were made; they are void for another. */
  readonly id?: string;
  readonly selected?: string;
  /** A step was chosen by hand, so nothing else is selected when the run fails. */
  readonly chosen?: boolean;
  readonly folds: Folds;
  /** Where the steps end and the log begins, by the direction of the handle between them. */
  readonly handles?: Readonly<Record<string, string>>;
}

const host = acquireVsCodeApi<Kept>();
const tell = (message: FromRunPanel): void => host.postMessage(message);

let kept: Kept = host.getState() ?? { folds: {} };
let shown: ShownRun | undefined;
let steps: readonly StepView[] = [];
let lines: LogLine[] = [];
let choices: readonly RunChoice[] = [];
let logOf: string | undefined;
let laidOut: string | undefined;

const keep = (change: Partial<Kept>): void => {
  kept = { ...kept, ...change };
  host.setState(kept);
};

/** Calls back with the run that is shown; does nothing when there is none. */
const onRun = (act: (id: string) => void): void => {
  if (shown) act(shown.id);
};

const head = headView({
  choose: (id) => tell({ type: 'choose', id }),
  openToml: () => onRun((id) => tell({ type: 'openToml', id })),
  runAgain: () => onRun((id) => tell({ type: 'runAgain', id })),
  cancel: () => onRun((id) => tell({ type: 'cancel', id, run: id })),
});
const tree = stepsView({
  select(step) {
    keep({ selected: step.key, chosen: true });
    draw();
  },
  fold(step, open) {
    keep({ folds: { ...kept.folds, [step.key]: open } });
    draw();
  },
  openToml: ({ place }) => onRun((id) => tell({ type: 'openToml', id, place })),
  cancel: (run) => onRun((id) => tell({ type: 'cancel', id, run })),
});
const log = logSection({
  nameOf: (run) => (shown ? (namesOf(shown).get(run) ?? '') : ''),
  showAll() {
    keep({ selected: undefined, chosen: true });
    draw();
  },
  open: (runs) => onRun((id) => tell({ type: 'openLog', id, ...runs })),
  save: (runs) => onRun((id) => tell({ type: 'saveLog', id, ...runs })),
  openScript: (run, { line, column }) =>
    onRun((id) => tell({ type: 'openScript', id, run, line, column })),
});
const announcer = element('div', { class: 'announcer', 'aria-live': 'polite' });
const split = element('vscode-split-layout', {
  'min-start': '160px',
  'min-end': '160px',
});
tree.element.slot = 'start';
log.element.slot = 'end';
split.append(tree.element, log.element);
/** In place of both where there are no steps: an Action, a sync. */
const onlyLog = element('div', { class: 'only-log' });
const start = element('vscode-button', { icon: 'play' }, 'Run Procedure…');
start.addEventListener('click', () => tell({ type: 'runProcedure' }));
const empty = element(
  'section',
  { class: 'empty' },
  element('p', {}, 'No Procedure or Action was run from here yet.'),
  start,
);
document.body.append(empty, head.element, split, onlyLog, announcer);

/** Side by side where the panel is flat and wide, the stages as lanes above the log where there is height. */
function layOut(): void {
  const tall = innerHeight > 520 || innerWidth < 640;
  const direction = tall ? 'horizontal' : 'vertical';
  document.body.classList.toggle('lanes', tall && innerWidth >= 640);
  if (laidOut === direction || split.hidden) return;
  laidOut = direction;
  split.split = direction;
  split.handlePosition = kept.handles?.[direction] ?? (tall ? '40%' : '38%');
}
split.addEventListener('vsc-split-layout-change', ({ detail }) => {
  const handle = { [split.split]: `${detail.positionInPercentage}%` };
  keep({ handles: { ...kept.handles, ...handle } });
});
new ResizeObserver(layOut).observe(document.body);

function draw(): void {
  empty.hidden = shown !== undefined;
  head.element.hidden = shown === undefined;
  const stepless = shown !== undefined && shown.run.kind !== 'Procedure';
  split.hidden = shown === undefined || stepless;
  onlyLog.hidden = !stepless;
  if (!shown) return;
  const place = stepless ? onlyLog : split;
  if (log.element.parentElement !== place) place.append(log.element);
  layOut();
  const now = Date.now();
  steps = stepsOf(shown, kept.folds, now);
  const folds = withOpenKept(kept.folds, steps);
  if (folds !== kept.folds) keep({ folds });
  head.draw(headerOf(shown, now), shown);
  tree.draw(shown.title, steps, kept.selected);
  if (kept.chosen !== true) tree.keepInSight(newestRunning(steps));
  const step = kept.selected === undefined ? undefined : findStep(steps, kept.selected);
  log.head(shown, step);
  const wanted = step ? `${shown.id} ${step.key} ${step.log.join(' ')}` : shown.id;
  if (wanted !== logOf) {
    logOf = wanted;
    log.show(lines, step?.log);
  }
}

function take(message: ToRunPanel): void {
  switch (message.type) {
    case 'choices':
      choices = message.choices;
      head.drawChoices(choices, shown?.id);
      break;
    case 'run':
      takeRun(message.shown);
      break;
    case 'lines':
      if (message.id !== shown?.id) return;
      lines.length = message.from;
      lines.push(...message.lines);
      log.grow();
      break;
  }
}

function takeRun(next: ShownRun): void {
  const news = announcement(shown, next);
  if (news !== '') setText(announcer, news);
  const another = next.id !== shown?.id;
  shown = next;
  if (another) {
    lines = [];
    logOf = undefined;
    head.drawChoices(choices, next.id);
    if (kept.id !== next.id) keep({ id: next.id, selected: undefined, chosen: false, folds: {} });
  }
  if (kept.chosen !== true && next.run.status === 'failed') {
    keep({ selected: firstFailure(stepsOf(next, kept.folds, Date.now()))?.key });
  }
  draw();
}

addEventListener('message', ({ data }: MessageEvent<ToRunPanel>) => take(data));
// Seconds go by while something runs.
setInterval(() => {
  if (shown && isUnderWay(shown)) draw();
}, 1000);
draw();
tell({ type: 'ready' });

/** The log with what stands above it: whose it is, what failed, search, and the ways to take it along. */
import type { ModulePlace } from '../../../komodo/runs/index.ts';
import type { LogLine, ShownRun } from '../../../protocol/runPanel.ts';
import { element, setText, toolButton } from '../dom.ts';
import { logView } from './logView.ts';
import type { StepView } from './steps.ts';

/** Whose lines: those of some Updates, or all. */
export interface LogScope {
  readonly runs?: readonly string[];
}

export interface LogListener {
  /** Name of the run with this Update id. */
  nameOf(run: string): string;
  showAll(): void;
  open(scope: LogScope): void;
  save(scope: LogScope): void;
  openScript(run: string, place: ModulePlace): void;
}

export interface LogSection {
  readonly element: HTMLElement;
  /** Says whose log it is; of the whole run when no step is given. */
  head(shown: ShownRun, step: StepView | undefined): void;
  show(lines: readonly LogLine[], runs: readonly string[] | undefined): void;
  grow(): void;
}

export function logSection(listener: LogListener): LogSection {
  let scope: LogScope = {};
  const title = element('b');
  const detail = element('span', { class: 'facts' });
  const find = element('vscode-textfield', {
    class: 'find',
    placeholder: 'Find in log',
  });
  find.label = 'Find in log';
  const count = element('span', { class: 'count', role: 'status' });
  const follow = element('vscode-checkbox', { label: 'Follow', checked: true });
  const all = toolButton('list-flat', 'Show all logs', () => listener.showAll());
  const error = element('div', { class: 'error', role: 'note' });
  const none = element('p', { class: 'none' });
  const view = logView(
    (run) => listener.nameOf(run),
    (on) => {
      follow.checked = on;
    },
    (run, place) => listener.openScript(run, place),
  );

  const sayFound = (at: number, of: number): void => {
    setText(
      count,
      find.value === '' ? '' : of === 0 ? 'No results' : at === 0 ? `${of}` : `${at} of ${of}`,
    );
  };
  let found = 0;
  find.addEventListener('input', () => {
    found = view.find(find.value);
    sayFound(found > 0 ? view.goToFound(1) : 0, found);
  });
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') sayFound(view.goToFound(event.shiftKey ? -1 : 1), found);
    else if (event.key === 'Escape') {
      find.value = '';
      sayFound(0, view.find(''));
    } else return;
    event.preventDefault();
  });
  follow.addEventListener('change', () => view.setFollowing(follow.checked));

  const section = element(
    'section',
    { class: 'log', 'aria-label': 'Log' },
    element(
      'div',
      { class: 'tools' },
      title,
      detail,
      element('span', { class: 'grow' }),
      find,
      count,
      follow,
      all,
      toolButton('go-to-file', 'Open log as a document', () => listener.open(scope)),
      toolButton('save', 'Save log…', () => listener.save(scope)),
    ),
    error,
    none,
    view.element,
  );
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    find.focus();
  });

  return {
    element: section,
    head(shown, step) {
      scope = step ? { runs: step.log } : {};
      setText(title, step ? step.detail || step.label : shown.title);
      setText(detail, step ? aboutLog(step) : 'all logs');
      all.hidden = step === undefined;
      const silent = step?.runs.length === 0;
      // What has a log of its own says there why it failed.
      setText(error, (silent ? step.error : undefined) ?? '');
      error.hidden = error.textContent === '';
      const empty = step?.log.length === 0;
      setText(none, empty ? withoutLog(step) : '');
      none.hidden = !empty;
      view.element.hidden = empty;
    },
    show(lines, runs) {
      view.show(lines, runs);
      found = view.find(find.value);
      sayFound(0, found);
    },
    grow() {
      view.grow();
      if (find.value !== '') {
        found = view.find(find.value);
        sayFound(0, found);
      }
    },
  };
}

/** Beside the name: what is executed, and whose log it is when it has none of its own. */
function aboutLog({ label, detail, runs, log }: StepView): string {
  const parts = [
    detail === '' ? '' : label,
    runs.length === 0 && log.length > 0 ? 'log of its Procedure' : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function withoutLog({ status }: StepView): string {
  if (status === 'skipped') return 'It is disabled in the Procedure, so it does not run.';
  return status === 'waiting' ? 'It has not begun yet.' : 'The run ended before it could begin.';
}

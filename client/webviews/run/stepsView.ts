/** Draws the tree of steps. What it shows is decided in steps.ts; what somebody does with it is told to the listener. */
import { element, icon, keepInStep, setAttributes, setIcon, setText } from '../dom.ts';
import { visibleRows } from './steps.ts';
import type { StepView } from './steps.ts';

export interface StepsListener {
  select(step: StepView): void;
  fold(step: StepView, open: boolean): void;
  openToml(step: StepView): void;
  cancel(run: string): void;
}

export interface StepsView {
  readonly element: HTMLElement;
  /** Draws the steps; `selected` is the key of the one whose log is shown. */
  draw(title: string, steps: readonly StepView[], selected: string | undefined): void;
  /** Scrolls to the row of a step, once: somebody who scrolls away is left alone until it is another step. */
  keepInSight(key: string | undefined): void;
}

const statusIcons: Record<StepView['status'], string> = {
  waiting: 'circle-outline',
  skipped: 'circle-slash',
  'not-run': 'circle-slash',
  running: 'loading codicon-modifier-spin',
  ok: 'pass',
  failed: 'error',
  ended: 'circle',
  interrupted: 'warning',
  lost: 'debug-disconnect',
};

/** What a screen reader says for the icon; `ended` is all that Core tells. */
const statusWords: Record<StepView['status'], string> = {
  waiting: 'waiting',
  skipped: 'disabled',
  'not-run': 'not run',
  running: 'running',
  ok: 'succeeded',
  failed: 'failed',
  ended: 'ended, Core does not say how',
  interrupted: 'under way when Core stopped',
  lost: 'not followed any more',
};

export function stepsView(listener: StepsListener): StepsView {
  const tree = element('div', { class: 'steps', role: 'tree' });
  let steps: readonly StepView[] = [];
  let selected: string | undefined;
  let inSight: string | undefined;

  const stepOf = (target: EventTarget | null): StepView | undefined => {
    const row = target instanceof Element ? target.closest('.row') : null;
    return row ? drawn.get(row) : undefined;
  };

  tree.addEventListener('click', (event) => {
    const step = stepOf(event.target);
    if (!step) return;
    const button = event.target instanceof Element ? event.target.closest('[data-do]') : null;
    const act = button?.getAttribute('data-do');
    if (act === 'fold') listener.fold(step, step.open !== true);
    else if (act === 'toml') listener.openToml(step);
    else if (act === 'cancel' && step.cancellable !== undefined) listener.cancel(step.cancellable);
    else listener.select(step);
  });
  tree.addEventListener('dblclick', (event) => {
    const step = stepOf(event.target);
    if (step?.open !== undefined) listener.fold(step, !step.open);
  });

  tree.addEventListener('keydown', (event) => {
    const rows = visibleRows(steps);
    const at = rows.findIndex(({ step }) => step.key === selected);
    const step = rows[at]?.step;
    const goTo = (row: number): void => {
      const target = rows[Math.max(0, Math.min(row, rows.length - 1))];
      if (!target) return;
      listener.select(target.step);
      tree.querySelector<HTMLElement>('.row[aria-selected="true"]')?.focus();
    };
    const keys: Record<string, () => void> = {
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      Home: () => goTo(0),
      End: () => goTo(rows.length - 1),
      ArrowRight: () => {
        if (step?.open === false) listener.fold(step, true);
        else if (step?.open === true) goTo(at + 1);
      },
      ArrowLeft: () => {
        if (step?.open === true) listener.fold(step, false);
        else goTo(parentRow(rows, at));
      },
      Enter: () => step && listener.openToml(step),
    };
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  return {
    element: tree,
    draw(title, newSteps, newSelected) {
      steps = newSteps;
      selected = newSelected;
      setAttributes(tree, { 'aria-label': `Steps of ${title}` });
      const reachable = selected ?? steps[0]?.key;
      drawSteps(tree, steps, 1, { selected, reachable });
    },
    keepInSight(key) {
      if (key === inSight) return;
      inSight = key;
      const rows = [...tree.querySelectorAll('.row')];
      const row = rows.find((one) => drawn.get(one)?.key === key);
      row?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}

const parentRow = (rows: readonly { readonly depth: number }[], at: number): number =>
  rows.findLastIndex(({ depth }, row) => row < at && depth < (rows[at]?.depth ?? 1));

/** The step each row stands for. */
const drawn = new WeakMap<Element, StepView>();

interface Marks {
  readonly selected: string | undefined;
  /** Key of the row that the Tab key reaches. */
  readonly reachable: string | undefined;
}

function drawSteps(parent: Element, steps: readonly StepView[], depth: number, marks: Marks): void {
  keepInStep(
    parent,
    steps,
    (step) => step.key,
    makeStep,
    (made, step) => {
      setAttributes(made, { class: `step ${step.kind} ${step.status}` });
      drawRow(made.children[0]!, step, depth, marks);
      const below = made.children[1] as HTMLElement;
      below.hidden = step.open !== true;
      drawSteps(below, step.open === true ? step.steps : [], depth + 1, marks);
    },
  );
}

function makeStep(): HTMLElement {
  const action = (name: string, icon: string): HTMLElement =>
    element('button', {
      class: `action codicon codicon-${icon}`,
      'data-do': name,
      tabindex: '-1',
    });
  return element(
    'div',
    { role: 'none' },
    element(
      'div',
      { class: 'row', role: 'treeitem' },
      element('span', { class: 'twistie', 'data-do': 'fold', 'aria-hidden': 'true' }),
      icon('circle-outline'),
      element('span', { class: 'label' }),
      element('span', { class: 'detail' }),
      element('span', {
        class: 'doubt',
        title: 'Another run fits as well: Core does not say which one this execution started.',
      }),
      action('cancel', 'stop-circle'),
      action('toml', 'go-to-file'),
      element('span', { class: 'time' }),
    ),
    element('div', { class: 'below', role: 'none' }),
  );
}

function drawRow(row: Element, step: StepView, depth: number, marks: Marks): void {
  drawn.set(row, step);
  const [twistie, status, label, detail, doubt, cancel, toml, time] = row.children as unknown as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  setAttributes(row, {
    'aria-level': String(depth),
    'aria-selected': step.key === marks.selected ? 'true' : 'false',
    'aria-expanded': step.open === undefined ? false : String(step.open),
    'aria-label': spokenLabel(step),
    tabindex: step.key === marks.reachable ? '0' : '-1',
    title: step.error ?? false,
  });
  setAttributes(twistie, { class: `twistie ${twistieIcon(step.open)}` });
  setIcon(status, statusIcons[step.status]);
  setText(label, step.label);
  setText(detail, step.detail);
  setText(doubt, step.doubtful ? '?' : '');
  const cancelLabel = `Cancel ${step.detail}`;
  setAttributes(cancel, {
    title: cancelLabel,
    'aria-label': cancelLabel,
    hidden: step.cancellable === undefined,
  });
  setAttributes(toml, { title: 'Open TOML (Enter)', 'aria-label': 'Open TOML' });
  setText(time, step.time);
}

const twistieIcon = (open: boolean | undefined): string =>
  open === undefined ? '' : `codicon codicon-chevron-${open ? 'down' : 'right'}`;

function spokenLabel(step: StepView): string {
  const parts = [
    step.kind === 'stage' ? `Stage ${step.label}` : step.label,
    step.detail,
    statusWords[step.status],
    step.time,
    step.doubtful ? 'a guess' : '',
    step.error ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

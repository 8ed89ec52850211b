/** Draws the head of the panel: which run it is, how it stands, and what can be done with it. */
import type { RunChoice, ShownRun } from '../../../protocol/runPanel.ts';
import { element, icon, setAttributes, setIcon, setText, toolButton } from '../dom.ts';
import type { HeaderView } from './header.ts';

export interface HeaderListener {
  choose(id: string): void;
  openToml(): void;
  runAgain(): void;
  cancel(): void;
}

export interface HeadView {
  readonly element: HTMLElement;
  draw(header: HeaderView, shown: ShownRun): void;
  drawChoices(choices: readonly RunChoice[], shown: string | undefined): void;
}

const statusIcons: Record<HeaderView['status'], string> = {
  queued: 'circle-outline',
  running: 'loading codicon-modifier-spin',
  ok: 'pass',
  failed: 'error',
  cancelled: 'circle-slash',
  lost: 'debug-disconnect',
};

export function headView(listener: HeaderListener): HeadView {
  const status = icon('circle-outline');
  const title = element('h1');
  const facts = element('span', { class: 'facts' });
  const profile = element('span', { class: 'chip' });
  const core = element('span', { class: 'chip core' });
  const simulated = element('span', { class: 'chip simulated' }, 'simulated');
  simulated.title = 'This runs on the sandbox: nothing outside of this machine is touched.';
  const choice = element('vscode-single-select', { class: 'choice', label: 'Shown run' });
  const toml = toolButton('go-to-file', 'Open TOML', () => listener.openToml());
  const again = toolButton('debug-restart', 'Run again', () => listener.runAgain());
  const cancel = element('vscode-button', { secondary: true, icon: 'debug-stop' });
  cancel.addEventListener('click', () => listener.cancel());
  const bar = element('div', { class: 'bar', role: 'progressbar', 'aria-label': 'Progress' });
  const filled = element('div', { class: 'filled' });
  bar.append(filled);
  const trouble = element('div', { class: 'trouble', role: 'status' });
  choice.addEventListener('change', () => listener.choose(choice.value));

  return {
    element: element(
      'header',
      {},
      element(
        'div',
        { class: 'head' },
        status,
        title,
        facts,
        profile,
        core,
        simulated,
        element('span', { class: 'grow' }),
        choice,
        toml,
        again,
        cancel,
      ),
      bar,
      trouble,
    ),
    draw(header, shown) {
      setIcon(status, statusIcons[header.status]);
      status.classList.add(header.status);
      setText(title, header.title);
      setText(facts, header.facts.join(' · '));
      setText(profile, shown.profile);
      setAttributes(profile, {
        class: shown.simulated ? 'chip' : 'chip real',
        hidden: shown.simulated,
      });
      setText(core, shown.core);
      simulated.hidden = !shown.simulated;
      toml.hidden = shown.run.kind === 'ResourceSync';
      again.hidden = header.cancel.shown || header.status === 'queued';
      cancel.hidden = !header.cancel.shown;
      setText(cancel, header.cancel.label);
      setAttributes(cancel, { title: header.cancel.hint, disabled: !header.cancel.enabled });
      setAttributes(bar, {
        class: `bar ${header.status}${header.progress === undefined ? ' unknown' : ''}`,
        'aria-valuenow':
          header.progress === undefined ? false : String(Math.round(header.progress * 100)),
      });
      filled.style.width = `${(header.progress ?? 1) * 100}%`;
      setText(trouble, header.trouble);
      trouble.hidden = header.trouble === '';
    },
    drawChoices(choices, shown) {
      choice.hidden = choices.length < 2;
      const time = (ms: number): string => new Date(ms).toLocaleTimeString([], { hour12: false });
      choice.replaceChildren(
        ...choices.map(({ id, title: name, start }) =>
          element(
            'vscode-option',
            { value: id, selected: id === shown, description: time(start) },
            `${name}  ${time(start)}`,
          ),
        ),
      );
    },
  };
}

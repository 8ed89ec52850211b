/** The part of the panel in which somebody tries a schedule. */
import type { SchedulePreview } from '../../../komodo/preview/index.ts';
import { refusalInWords } from '../../../komodo/preview/words.ts';
import { relativeTime } from '../../../komodo/runs/relativeTime.ts';
import { zoneNames } from '../../../komodo/schedules/zone-names.ts';
import type { ScheduleFinding } from '../../../komodo/schedules/index.ts';
import type { PreviewAnswer, ScheduleSubject } from '../../../protocol/preview.ts';
import { element, setText } from '../dom.ts';
import { remarksView } from './remarksView.ts';

export interface ScheduleView {
  readonly element: HTMLElement;
  readonly subject: ScheduleSubject;
  set(subject: ScheduleSubject): void;
  draw(answer: Extract<PreviewAnswer, { about: 'schedule' }>): void;
  focus(): void;
}

/** IANA name of the zone of the person who looks. */
export const localTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const hints = {
  English:
    'Such as “every day at 03:00” or “every monday at 9 am”. See below what Core makes of it.',
  Cron: 'Six fields: second, minute, hour, day of the month, month, day of the week.',
};

/** @param changed called when somebody typed or chose something else */
export function scheduleView(changed: () => void): ScheduleView {
  const format = element('vscode-single-select', { id: 'format', label: 'Format' });
  const zone = element('vscode-single-select', {
    id: 'zone',
    label: 'Time zone',
    combobox: true,
    creatable: true,
    filter: 'contains',
  });
  const input = element('vscode-textfield', { id: 'schedule' });
  input.label = 'Schedule';
  const help = element('p', { class: 'help' });
  const summary = element('p', { class: 'summary', role: 'status' });
  const coreWords = element('p', { class: 'core-words' });
  const remarks = remarksView((fix) => {
    if (fix.schedule !== undefined) input.value = fix.schedule;
    if (fix.format !== undefined) format.value = fix.format;
    if (fix.timezone !== undefined) setZone(fix.timezone);
    setText(help, hints[formatOf(format.value)]);
    changed();
    input.focus();
  });
  const cron = element('p', { class: 'cron' });
  const zoneWords = element('p', { class: 'source' });
  const rows = element('tbody');
  const there = element('th', { scope: 'col' });
  const table = element(
    'table',
    {},
    element('caption', {}, 'Next runs'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        there,
        element('th', { scope: 'col' }, `Here (${localTimezone})`),
        element('th', { scope: 'col' }, 'From now'),
      ),
    ),
    rows,
  );
  const end = element('p', { class: 'more' });
  format.options = ['English', 'Cron'].map((name) => choice(name, name));
  zone.options = [choice('', 'That of Core'), ...zoneNames.map((name) => choice(name, name))];
  input.addEventListener('input', changed);
  zone.addEventListener('change', changed);
  format.addEventListener('change', () => {
    setText(help, hints[formatOf(format.value)]);
    changed();
  });

  return {
    element: element(
      'section',
      { class: 'schedule' },
      element(
        'div',
        { class: 'fields' },
        element('label', { for: 'format' }, 'Format'),
        format,
        element('label', { for: 'zone' }, 'Time zone'),
        zone,
        element('label', { for: 'schedule' }, 'Schedule'),
        input,
      ),
      help,
      summary,
      coreWords,
      remarks.element,
      cron,
      zoneWords,
      table,
      end,
    ),
    get subject(): ScheduleSubject {
      const timezone = zone.value;
      return { about: 'schedule', text: input.value, format: formatOf(format.value), timezone };
    },
    set(subject) {
      format.value = subject.format;
      setZone(subject.timezone);
      input.value = subject.text;
      setText(help, hints[subject.format]);
    },
    draw({ preview, remarks: found, zone: words }) {
      const said = saysOf(preview, found);
      setText(summary, said.summary);
      setText(coreWords, said.core);
      coreWords.hidden = said.core === '';
      remarks.draw(found, said.summary);
      const problem = preview.state === 'problem' ? preview.about : undefined;
      summary.classList.toggle('bad', problem !== undefined);
      input.invalid = problem === 'schedule';
      zone.invalid = problem === 'timezone';
      const made = preview.state === 'unscheduled' ? undefined : preview.cron;
      const isMade = made !== undefined && format.value === 'English';
      setText(cron, isMade ? `Core makes of it: ${made}` : '');
      cron.hidden = !isMade;
      setText(zoneWords, words ?? '');
      const runs = preview.state === 'runs' ? preview.runs : [];
      table.hidden = runs.length === 0;
      setText(there, preview.state === 'runs' ? `In ${preview.timezone}` : '');
      const now = Date.now();
      rows.replaceChildren(
        ...runs.map((run) =>
          element(
            'tr',
            {},
            element('td', {}, `${run.there.day}, ${run.there.hour}`),
            element('td', {}, `${run.here.day}, ${run.here.hour}`),
            element('td', {}, relativeTime(run.at, now)),
          ),
        ),
      );
      const why = preview.state === 'runs' ? preview.end : undefined;
      setText(
        end,
        why === undefined ? '' : `${runs.length > 0 ? 'Then no more' : 'It never runs'}: ${why}`,
      );
    },
    focus: () => input.focus(),
  };

  /** A zone that Core does not know is shown all the same: Core's words on it stand below. */
  function setZone(name: string): void {
    if (!zone.options.some(({ value }) => value === name)) {
      zone.options = [choice(name, name), ...zone.options];
    }
    zone.value = name;
  }
}

function choice(value: string, label: string) {
  return { value, label, description: '', selected: false, disabled: false };
}

const formatOf = (value: string): ScheduleSubject['format'] =>
  value === 'Cron' ? 'Cron' : 'English';

/** What stands above the runs. */
function saysOf(
  preview: SchedulePreview,
  remarks: readonly ScheduleFinding[],
): { readonly summary: string; readonly core: string } {
  switch (preview.state) {
    case 'unscheduled':
      return { summary: 'Without a schedule it runs only when it is started.', core: '' };
    case 'problem': {
      const [summary = '', core = ''] = refusalInWords(preview.problem, remarks);
      return { summary, core };
    }
    case 'runs': {
      const isAny = preview.runs.length > 0;
      return { summary: preview.words ?? (isAny ? 'It runs at these times:' : ''), core: '' };
    }
  }
}

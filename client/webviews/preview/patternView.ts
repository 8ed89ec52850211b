/** The part of the panel in which somebody tries a pattern. */
import type { ResourceKind } from '../../../komodo/inventory/inventory.ts';
import type { PatternPreview, PreviewedItem } from '../../../komodo/preview/index.ts';
import { pickedInWords, refusedInWords } from '../../../komodo/preview/words.ts';
import type { PatternSubject, PreviewAnswer } from '../../../protocol/preview.ts';
import { element, keepInStep, setAttributes, setText } from '../dom.ts';
import { namesView } from './namesView.ts';
import { colourOf, painted } from './painted.ts';

export interface PatternView {
  readonly element: HTMLElement;
  readonly subject: PatternSubject;
  /** Whose names were asked for; undefined while nobody chose. */
  readonly names: 'core' | 'workspace' | undefined;
  set(subject: PatternSubject, names: 'core' | 'workspace' | undefined): void;
  draw(answer: Extract<PreviewAnswer, { about: 'pattern' }>): void;
  focus(): void;
}

/** @param changed called when somebody typed or chose something else */
export function patternView(changed: () => void): PatternView {
  const mode = element('vscode-single-select', { id: 'mode', label: 'Stands in' });
  mode.options = (['batch', 'group'] as const).map((value) => ({
    value,
    label: value === 'batch' ? 'a Batch execution' : 'a permission',
    description: '',
    selected: value === 'batch',
    disabled: false,
  }));
  const kind = element('vscode-single-select', { id: 'kind', label: 'Picks from' });
  const whose = element('vscode-single-select', { id: 'whose', label: 'Names of' });
  const whoseLabel = element('label', { for: 'whose' }, 'Names of');
  const paint = element('pre', { class: 'paint', 'aria-hidden': 'true' });
  const input = element('textarea', {
    id: 'pattern',
    rows: '2',
    spellcheck: 'false',
    autocomplete: 'off',
    placeholder: 'web-*, \\^db-\\d$\\',
    'aria-describedby': 'picked',
  });
  const summary = element('p', { class: 'summary', id: 'picked', role: 'status' });
  const source = element('p', { class: 'source' });
  const items = element('ol', { class: 'items', 'aria-label': 'Items of the pattern' });
  const names = namesView();
  let preferred: 'core' | 'workspace' | undefined;
  let kinds = '';
  let core: string | undefined;
  let known: readonly PreviewedItem[] = [];

  const repaint = (): void => {
    paint.replaceChildren(
      ...painted(input.value, known).map(({ text, item, refused, empty }) =>
        item === undefined
          ? text
          : element(
              'span',
              { class: `${colourOf(item)}${refused ? ' refused' : empty ? ' empty' : ''}` },
              text,
            ),
      ),
      // A last empty line has no height of its own.
      '\n',
    );
    paint.scrollTop = input.scrollTop;
    paint.scrollLeft = input.scrollLeft;
  };
  input.addEventListener('input', () => {
    input.rows = Math.min(8, Math.max(2, input.value.split('\n').length));
    repaint();
    changed();
  });
  input.addEventListener('scroll', repaint);
  const help = element('p', { class: 'help' });
  mode.addEventListener('change', () => {
    drawHelp();
    changed();
  });
  kind.addEventListener('change', changed);
  whose.addEventListener('change', () => {
    preferred = whose.value === 'core' ? 'core' : 'workspace';
    changed();
  });

  return {
    element: element(
      'section',
      { class: 'pattern' },
      element(
        'div',
        { class: 'fields' },
        element('label', { for: 'mode' }, 'Stands in'),
        mode,
        element('label', { for: 'kind' }, 'Picks from'),
        kind,
        whoseLabel,
        whose,
        element('label', { for: 'pattern' }, 'Pattern'),
        element('div', { class: 'painted' }, paint, input),
      ),
      help,
      summary,
      source,
      items,
      names.element,
    ),
    get subject(): PatternSubject {
      return {
        about: 'pattern',
        kind: kind.value as ResourceKind,
        text: input.value,
        mode: modeNow(),
      };
    },
    get names() {
      return preferred;
    },
    set(subject, asked) {
      preferred = asked;
      mode.value = subject.mode;
      drawHelp();
      setKinds([subject.kind], subject.kind);
      input.value = subject.text;
      input.rows = Math.min(8, Math.max(2, subject.text.split('\n').length));
      repaint();
    },
    draw({ preview, source: words, core: label, kinds: possible }) {
      known = preview.items;
      repaint();
      setKinds(possible, kind.value as ResourceKind);
      setWhose(label);
      setText(summary, summaryOf(preview));
      summary.classList.toggle('bad', preview.problem !== undefined);
      setAttributes(input, { 'aria-invalid': preview.problem === undefined ? false : 'true' });
      setText(source, words);
      keepInStep(
        items,
        preview.items.map((item, number) => ({ item, number })),
        ({ number }) => String(number),
        itemRow,
        drawItem,
      );
      names.draw(preview);
    },
    focus: () => input.focus(),
  };

  function modeNow(): PatternSubject['mode'] {
    return mode.value === 'group' ? 'group' : 'batch';
  }

  function drawHelp(): void {
    setText(help, helpOn[modeNow()]);
  }

  function setKinds(possible: readonly ResourceKind[], chosen: ResourceKind): void {
    const all = possible.includes(chosen) ? possible : [chosen, ...possible];
    if (kinds !== all.join()) {
      kinds = all.join();
      kind.options = all.map((value) => ({
        value,
        label: `${value.replace('_', ' ')}s`,
        description: '',
        selected: value === chosen,
        disabled: false,
      }));
    }
    kind.value = chosen;
  }

  function setWhose(label: string | undefined): void {
    whose.hidden = whoseLabel.hidden = label === undefined;
    if (label !== undefined && core !== label) {
      whose.options = [
        { value: 'core', label, description: '', selected: false, disabled: false },
        {
          value: 'workspace',
          label: 'this workspace',
          description: '',
          selected: false,
          disabled: false,
        },
      ];
    }
    core = label;
    if (label !== undefined) whose.value = preferred ?? 'core';
  }
}

const helpOn: Readonly<Record<PatternSubject['mode'], string>> = {
  batch:
    'Names, wildcards (* and ?) and \\regular expressions\\, one a line or with commas between. Comments begin with #.',
  group:
    'One wildcard (* and ?) or one \\regular expression\\; commas and blanks are a part of it.',
};

/** Core's own words on a refusal stand at the item. */
function summaryOf(preview: PatternPreview): string {
  if (preview.items.length === 0) return 'An empty pattern picks nothing.';
  if (preview.problem === undefined) return pickedInWords(preview);
  const item = preview.items.findIndex(({ problem }) => problem !== undefined);
  return `${refusedInWords(preview.mode)}, because of item ${item + 1}.`;
}

function itemRow(): HTMLLIElement {
  return element(
    'li',
    {},
    element('span', { class: 'number', 'aria-hidden': 'true' }),
    element('code'),
    element('span', { class: 'what' }),
    element('span', { class: 'result' }),
    element('pre', { class: 'why' }),
  );
}

function drawItem(
  row: HTMLLIElement,
  { item, number }: { item: PreviewedItem; number: number },
): void {
  const [badge, code, what, result, why] = [...row.children] as HTMLElement[];
  setText(badge!, String(number + 1));
  setAttributes(badge!, { class: `number ${colourOf(number)}` });
  setText(code!, item.text);
  setText(what!, item.kind === 'regex' ? 'regular expression' : item.kind);
  const { problem, names } = item;
  setText(
    result!,
    problem !== undefined
      ? 'refused by Core'
      : names.length === 0
        ? 'picks nothing'
        : `picks ${names.length}`,
  );
  setAttributes(row, {
    class: problem !== undefined ? 'refused' : names.length === 0 ? 'empty' : '',
  });
  setText(why!, problem ?? '');
  why!.hidden = problem === undefined;
}

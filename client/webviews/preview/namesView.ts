/** The names of a kind: what is picked, each with the numbers of the items that pick it, and what is not. */
import type { PatternPreview, PickedName } from '../../../komodo/preview/index.ts';
import { element, keepInStep, setAttributes, setText } from '../dom.ts';
import { colourOf } from './painted.ts';

/** More names than anybody reads, and few enough to be drawn while somebody types. */
const most = 500;

export interface NamesView {
  readonly element: HTMLElement;
  draw(preview: PatternPreview): void;
}

export function namesView(): NamesView {
  const picked = element('ul', { class: 'names', 'aria-label': 'Picked' });
  const more = element('p', { class: 'more' });
  const others = element('ul', { class: 'names others', 'aria-label': 'Not picked' });
  const title = element('summary');
  const rest = element('details', {}, title, others);
  return {
    element: element('div', {}, picked, more, rest),
    draw(preview) {
      const shown = preview.picked.slice(0, most);
      keepInStep(
        picked,
        shown,
        ({ name }) => name,
        () => element('li'),
        drawName,
      );
      setText(more, `and ${preview.picked.length - shown.length} more`);
      more.hidden = shown.length === preview.picked.length;
      rest.hidden = preview.others.length === 0;
      setText(title, `Not picked: ${preview.others.length}`);
      const names = preview.others.slice(0, most);
      keepInStep(
        others,
        names,
        (name) => name,
        () => element('li'),
        setText,
      );
    },
  };
}

function drawName(row: HTMLLIElement, { name, items }: PickedName): void {
  const by = items.map((item) => item + 1).join(', ');
  if (row.dataset.by === by) return;
  row.dataset.by = by;
  row.replaceChildren(
    element('span', { class: items.length === 1 ? colourOf(items[0]!) : '' }, name),
    ...items.map((item) => {
      const badge = element('span', { class: `number ${colourOf(item)}`, 'aria-hidden': 'true' });
      setText(badge, String(item + 1));
      return badge;
    }),
  );
  setAttributes(row, { 'aria-label': `${name}, picked by item ${by}` });
}

/** Draws what a script would have changed: resource by resource, with old and new values. */
import type {
  RehearsedRequest,
  RehearsedThing,
  ShownRehearsal,
} from '../../../protocol/rehearsal.ts';
import { element, icon, setText } from '../dom.ts';

export interface ThingsView {
  readonly element: HTMLElement;
  draw(things: readonly RehearsedThing[], status: ShownRehearsal['status']): void;
}

const noneWords: Partial<Record<ShownRehearsal['status'], string>> = {
  running: 'None so far.',
  'not begun': 'The script did not run.',
};

/** @param compare called with the key of a thing whose two states are to be shown */
export function thingsView(compare: (key: string) => void): ThingsView {
  const count = element('b');
  const list = element('ul', { class: 'things' });
  const none = element('p', { class: 'none' });
  let drawn = '';
  return {
    element: element(
      'section',
      { class: 'changes', 'aria-label': 'What the script would have changed' },
      element('div', { class: 'tools' }, count),
      none,
      list,
    ),
    draw(things, status) {
      const total = things.reduce((sum, { requests }) => sum + requests.length, 0);
      setText(count, `${total} would-be ${total === 1 ? 'change' : 'changes'}`);
      setText(none, noneWords[status] ?? 'The script would have changed nothing.');
      none.hidden = total > 0;
      // Nothing of it is chosen or scrolled away while it stays the same.
      const next = JSON.stringify(things);
      if (next === drawn) return;
      drawn = next;
      list.replaceChildren(...things.map((thing) => thingRow(thing, compare)));
    },
  };
}

function thingRow(thing: RehearsedThing, compare: (key: string) => void): HTMLElement {
  const label = element('span', { class: 'thing-title' }, thing.title);
  const head = thing.canCompare
    ? element('button', { class: 'thing', title: 'Show what Core has beside what it would be' })
    : element('div', { class: 'thing' });
  const other = thing.isExecution ? 'play' : 'edit';
  head.append(icon(thing.canCompare ? 'diff' : other), label);
  if (thing.canCompare) head.addEventListener('click', () => compare(thing.key));
  return element('li', {}, head, ...thing.requests.flatMap(requestRows));
}

function requestRows({ type, lines, note }: RehearsedRequest): HTMLElement[] {
  return [
    element(
      'div',
      { class: 'request' },
      element('span', { class: 'type' }, type),
      ...(note === undefined ? [] : [element('span', { class: 'note' }, ` ${note}`)]),
    ),
    ...lines.map(({ sign, text }) =>
      element('div', { class: `change ${sign === '+' ? 'added' : 'removed'}` }, `${sign} ${text}`),
    ),
  ];
}

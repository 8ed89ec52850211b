/** What is to be said of a schedule, with a button for each way to mend it. */
import type { ScheduleFinding, ScheduleFix } from '../../../komodo/schedules/index.ts';
import { element, icon } from '../dom.ts';

export interface RemarksView {
  readonly element: HTMLElement;
  /** @param said what stands above already, and is not said again */
  draw(remarks: readonly ScheduleFinding[], said: string): void;
}

const icons: Readonly<Record<ScheduleFinding['class'], string>> = {
  fails: 'error',
  surprising: 'warning',
  style: 'info',
};

/** @param choose called with the mend that somebody chose */
export function remarksView(choose: (fix: ScheduleFix) => void): RemarksView {
  const list = element('ul', { class: 'remarks', 'aria-label': 'Remarks', 'aria-live': 'polite' });
  let drawn = '';
  return {
    element: list,
    draw(remarks, said) {
      // A screen reader reads what is drawn anew.
      const now = JSON.stringify([remarks, said]);
      if (now === drawn) return;
      drawn = now;
      list.replaceChildren(
        ...remarks.map((remark) => {
          const message =
            remark.message === said ? [] : [icon(icons[remark.class]), ...inCode(remark.message)];
          const fixes = remark.fixes.map((fix) => {
            const title = fix.title.replace(/`(.*?)`/g, '“$1”');
            const button = element('vscode-button', { secondary: true }, title);
            button.addEventListener('click', () => choose(fix));
            return button;
          });
          return element(
            'li',
            { class: remark.class },
            ...(message.length > 0 ? [element('p', {}, ...message)] : []),
            ...fixes,
          );
        }),
      );
    },
  };
}

/** What stands between backticks as code. */
function inCode(text: string): readonly (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
}

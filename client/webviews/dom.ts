/** The little we need to write to the DOM: make an element, and keep a list of elements in step with a list of values. */

type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. An attribute that is false is left out, one that is true is there without a value. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** Sets what differs, so that nothing flickers and no screen reader speaks twice. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? '' : value;
    if (text === false) target.removeAttribute(name);
    else if (target.getAttribute(name) !== text) target.setAttribute(name, text);
  }
}

/** Sets the text if it is another. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** A codicon that says nothing to a screen reader: its meaning stands in a text or label beside it. */
export function icon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

export function setIcon(target: Element, name: string): void {
  setAttributes(target, { class: `codicon codicon-${name}` });
}

/** A button that shows an icon only; its label is its tooltip too. */
export function toolButton(name: string, label: string, act: () => void): HTMLElement {
  const made = element('vscode-toolbar-button', { icon: name, label, title: label });
  made.addEventListener('click', act);
  return made;
}

/**
 * Makes the children of `parent` follow `items`: elements are kept by their key, made when new, removed when gone, and
 * brought up to date in either case.
 */
export function keepInStep<Item, Child extends HTMLElement>(
  parent: Element,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  make: () => Child,
  update: (child: Child, item: Item) => void,
): void {
  const old = new Map([...parent.children].map((child) => [keys.get(child), child as Child]));
  items.forEach((item, index) => {
    const key = keyOf(item);
    const child = old.get(key) ?? make();
    keys.set(child, key);
    old.delete(key);
    update(child, item);
    if (parent.children[index] !== child)
      parent.insertBefore(child, parent.children[index] ?? null);
  });
  for (const child of old.values()) child.remove();
}
const keys = new WeakMap<Element, string>();

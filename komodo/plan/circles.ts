/** Who runs whom in a circle. */

/** The names that a name leads to. */
export type Links = (name: string) => Iterable<string>;

/**
 * Finds circles among names. Every name is looked at once, however often it is asked for, so what is asked must not
 * change meanwhile. (Tarjan's strongly connected components, without recursion, as a chain can be long.)
 */
export class Circles {
  readonly #links: Links;
  /** The number of each name, in the order in which they were found. */
  readonly #found = new Map<string, number>();
  readonly #circles = new Map<string, ReadonlySet<string>>();

  constructor(links: Links) {
    this.#links = links;
  }

  /** All names that lead to this one and that it leads to, itself among them; undefined where there are no others. */
  circleOf(name: string): ReadonlySet<string> | undefined {
    if (!this.#found.has(name)) this.#explore(name);
    return this.#circles.get(name);
  }

  /** The shortest way from one name of a circle to another: both, and those between them. */
  way(from: string, to: string): readonly string[] {
    const circle = this.circleOf(from);
    const before = new Map<string, string>();
    const queue = [from];
    for (const name of queue) {
      for (const next of this.#links(name)) {
        if (!circle?.has(next) || before.has(next) || next === from) continue;
        before.set(next, name);
        queue.push(next);
      }
      if (before.has(to)) break;
    }
    const way = [to];
    for (let at = before.get(to); at !== undefined; at = before.get(at)) way.unshift(at);
    return way;
  }

  #explore(start: string): void {
    const open: string[] = [];
    const isOpen = new Set<string>();
    const lowest = new Map<string, number>();
    const path: { readonly name: string; readonly links: Iterator<string> }[] = [];
    const enter = (name: string) => {
      lowest.set(name, this.#found.size);
      this.#found.set(name, this.#found.size);
      open.push(name);
      isOpen.add(name);
      path.push({ name, links: this.#links(name)[Symbol.iterator]() });
    };
    const lower = (name: string, to: number) => lowest.set(name, Math.min(lowest.get(name)!, to));

    enter(start);
    for (let here = path.at(-1); here; here = path.at(-1)) {
      const { name, links } = here;
      const next = links.next();
      if (!next.done) {
        const number = this.#found.get(next.value);
        if (number === undefined) enter(next.value);
        else if (isOpen.has(next.value)) lower(name, number);
        continue;
      }
      path.pop();
      const outer = path.at(-1);
      if (outer) lower(outer.name, lowest.get(name)!);
      if (lowest.get(name) !== this.#found.get(name)) continue;
      const circle = new Set(open.splice(open.lastIndexOf(name)));
      for (const each of circle) {
        isOpen.delete(each);
        if (circle.size > 1) this.#circles.set(each, circle);
      }
    }
  }
}

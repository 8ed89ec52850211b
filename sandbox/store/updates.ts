/** The Updates of the sandbox: the records of what was done, and who wants to hear of them. */
import type { Json } from '../json/tree.ts';
import type { Update, UpdateListItem } from '../wire.ts';
import { mongoTest } from './mongo-query.ts';
import type { Users } from './users.ts';

/** Updates in a page of ListUpdates. */
const pageLength = 100;
/** As many are kept; then the oldest that are over go. */
const mostKept = 5000;

export type FrameListener = (frame: UpdateListItem) => void;

export class UpdateStore {
  readonly #updates = new Map<string, Update>();
  readonly #listeners = new Set<FrameListener>();
  readonly #users: Users;

  constructor(users: Users) {
    this.#users = users;
  }

  /** Keeps an Update; nobody hears of it yet. */
  add(update: Update): void {
    this.#updates.set(update._id.$oid, update);
    if (this.#updates.size > mostKept) this.#dropOldest();
  }

  get(id: string): Update | undefined {
    return this.#updates.get(id);
  }

  /** Tells everybody that an Update has changed: its state without logs, as Core's frames have it. */
  announce(update: Update): void {
    const frame = this.itemOf(update);
    for (const listener of [...this.#listeners]) listener(frame);
  }

  /** What is returned ends it. */
  listen(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One page, newest first, of the Updates that a MongoDB query asks for. */
  page(query: Json, page: number): { updates: UpdateListItem[]; next_page: number | null } {
    const wanted = mongoTest(query, 'failed to pull updates from db');
    // Of two that began in one millisecond the later one stands first.
    const found = [...this.#updates.values()]
      .filter((update) => wanted(update as unknown as Json))
      .reverse()
      .sort((a, b) => b.start_ts - a.start_ts);
    const from = page * pageLength;
    const updates = found.slice(from, from + pageLength).map((update) => this.itemOf(update));
    return { updates, next_page: updates.length === pageLength ? page + 1 : null };
  }

  /** The last completed Update of an operation on a resource. */
  last(operation: Update['operation'], target: string): Update | undefined {
    return [...this.#updates.values()].findLast(
      (update) =>
        update.operation === operation &&
        update.target.id === target &&
        update.status === 'Complete',
    );
  }

  itemOf(update: Update): UpdateListItem {
    const { _id, operation, start_ts, success, operator, target, status } = update;
    const username = this.#users.shownAs(operator);
    return { id: _id.$oid, operation, start_ts, success, username, operator, target, status };
  }

  #dropOldest(): void {
    for (const [id, { status }] of this.#updates) {
      if (this.#updates.size <= mostKept) return;
      if (status === 'Complete') this.#updates.delete(id);
    }
  }
}

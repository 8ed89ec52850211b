/** Which of our ids, and of our times, stands for which recorded one. */
/** Ids, and milliseconds of our time. */
const objectId = /\b(?:[0-9a-f]{24}|\d{13})\b/g;
/** Ids that are the same everywhere. */
const fixed = /^0{20}/;

export class IdMap {
  readonly #toOurs = new Map<string, string>();
  readonly #toRecorded = new Map<string, string>();

  /** Takes two ids for one, unless either is known already. */
  pair(recorded: string, ours: string): void {
    if (this.#toOurs.has(recorded) || this.#toRecorded.has(ours)) return;
    this.#toOurs.set(recorded, ours);
    this.#toRecorded.set(ours, recorded);
  }

  /** Pairs the ids that stand at the same places of two answers. */
  learn(recorded: unknown, ours: unknown): void {
    if (typeof recorded === 'string' && typeof ours === 'string') {
      const [a, b] = [recorded.match(objectId) ?? [], ours.match(objectId) ?? []];
      if (a.length === b.length) a.forEach((id, index) => this.pair(id, b[index]!));
    } else if (typeof recorded === 'number' && typeof ours === 'number') {
      if (recorded > 1e12 && ours > 1e12) this.pair(String(recorded), String(ours));
    } else if (isObject(recorded) && isObject(ours)) {
      for (const [name, value] of Object.entries(recorded)) this.learn(value, ours[name]);
    }
  }

  knows(recorded: string): boolean {
    return fixed.test(recorded) || this.#toOurs.has(recorded);
  }

  ours(recorded: string): string | undefined {
    return this.#toOurs.get(recorded);
  }

  /** A recorded text with our ids in it. */
  textWithOurs(text: string): string {
    return text.replace(objectId, (id) => this.#toOurs.get(id) ?? id);
  }

  /** A text of ours with recorded ids in it. */
  textWithRecorded(text: string): string {
    return text.replace(objectId, (id) => this.#toRecorded.get(id) ?? id);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

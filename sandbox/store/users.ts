/** The one person of the sandbox, and the users that Core acts as by itself. */
import { apiKey } from '../ids.ts';
import type { Random } from '../ids.ts';

/** Ids of the users that Core acts as. */
export const procedureUser = '000000000000000000000001';
const actionUser = '000000000000000000000002';
/** Who changes resources when the files of the workspace change. */
export const syncUser = '000000000000000000000005';

const serviceNames: Readonly<Record<string, string>> = {
  '000000000000000000000000': 'System',
  [procedureUser]: 'Procedure',
  [actionUser]: 'Action',
  '000000000000000000000003': 'Git Webhook',
  '000000000000000000000004': 'Auto Redeploy',
  [syncUser]: 'Resource Sync',
};

export interface ApiKey {
  readonly key: string;
  readonly secret: string;
  readonly name: string;
  readonly created_at: number;
  /** Milliseconds since 1970; 0: never. */
  readonly expires: number;
}

/** Core lets an expired key work for so long, in milliseconds. */
const grace = 5 * 60_000;

export class Users {
  /** Id and name of the person, who is admin and super admin. */
  readonly id: string;
  readonly name = 'admin';
  readonly #random: Random;
  readonly #keys = new Map<string, ApiKey>();

  constructor(id: string, random: Random) {
    this.id = id;
    this.#random = random;
  }

  createKey(name: string, now: number, expires: number): ApiKey {
    const key = { ...apiKey(this.#random), name, created_at: now, expires };
    this.#keys.set(key.key, key);
    return key;
  }

  deleteKey(key: string): boolean {
    return this.#keys.delete(key);
  }

  keys(): ApiKey[] {
    return [...this.#keys.values()];
  }

  /** Whether a key and secret may come in. */
  accepts(key: string, secret: string, now: number): boolean {
    const known = this.#keys.get(key);
    if (known?.secret !== secret) return false;
    return known.expires === 0 || now < known.expires + grace;
  }

  /** By id or name; undefined for somebody unknown. */
  idOf(idOrName: string): string | undefined {
    return idOrName === this.id || idOrName === this.name ? this.id : undefined;
  }

  /** What GetUsername says; undefined for somebody unknown. */
  username(id: string): string | undefined {
    return id === this.id ? this.name : serviceNames[id];
  }

  /** What a frame and a list say: of the users that Core acts as, the id. */
  shownAs(id: string): string {
    return id === this.id ? this.name : id;
  }
}

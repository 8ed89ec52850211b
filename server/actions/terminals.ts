/** The terminals of the connected Core: asked for when somebody writes or points at the name of one, for each Periphery is. */
import type { Terminal } from '../../komodo/inventory/terminal.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** How long an answer counts, in milliseconds: terminals come and go with the runs of scripts. */
const LASTS = 10_000;
/** How long somebody who types waits for it, in milliseconds. */
const PATIENCE = 1500;

interface Asked {
  readonly at: number;
  readonly answer: Promise<readonly Terminal[]>;
}

export class CoreTerminals {
  readonly #workspace: Workspace;
  readonly #fetch: (server: string | undefined) => Promise<readonly Terminal[]>;
  /** By Core and Server. */
  readonly #asked = new Map<string, Asked>();

  /** @param fetch asks the editor; rejects where they can't be had */
  constructor(
    workspace: Workspace,
    fetch: (server: string | undefined) => Promise<readonly Terminal[]>,
  ) {
    this.#workspace = workspace;
    this.#fetch = fetch;
  }

  /**
   * Those that Core knows of; undefined where no Core is connected that could tell, or it does not do so in time.
   * @param server the name of the Server whose terminals alone are wanted; undefined for all
   */
  async read(server: string | undefined): Promise<readonly Terminal[] | undefined> {
    const { editor, inventory } = this.#workspace;
    if (!editor.hasTerminals || inventory?.source !== 'core') return undefined;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    try {
      return await Promise.race([this.#remembered(inventory.label, server), tooLate]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  #remembered(core: string, server: string | undefined): Promise<readonly Terminal[]> {
    const key = JSON.stringify([core, server]);
    const now = Date.now();
    const known = this.#asked.get(key);
    if (known && now - known.at < LASTS) return known.answer;
    const answer = this.#fetch(server);
    this.#asked.set(key, { at: now, answer });
    return answer;
  }
}

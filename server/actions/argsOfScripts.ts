/** Tells of which types `ARGS` is in the scripts whose types an editor’s own TypeScript looks at. */
import { exampleOf } from '../../komodo/actions/index.ts';
import type { NameIndex } from '../workspace/nameIndex.ts';
import { Paced } from '../workspace/paced.ts';
import { argsOfAction } from '../workspace/scriptArgs.ts';

export class ArgsOfScripts {
  readonly #index: NameIndex;
  readonly #tell: (args: Readonly<Record<string, object>>) => void;
  /** By URI, all that were ever open: an editor opens a few. */
  readonly #scripts = new Set<string>();
  readonly #paced = new Paced<'all'>(() => this.#look());
  /** As text. */
  #told = '{}';

  /** @param tell is given examples of the arguments, by URI, when their types are others than before */
  constructor(index: NameIndex, tell: (args: Readonly<Record<string, object>>) => void) {
    this.#index = index;
    this.#tell = tell;
    index.onChange = () => {
      if (this.#scripts.size > 0) this.#paced.request('all');
    };
  }

  addScript(uri: string): void {
    if (this.#scripts.has(uri)) return;
    this.#scripts.add(uri);
    this.#paced.request('all');
  }

  #look(): void {
    const all: Record<string, object> = {};
    for (const uri of this.#scripts) {
      const args = argsOfAction(uri, this.#index);
      if (args) all[uri] = exampleOf(args) as object;
    }
    const text = JSON.stringify(all);
    if (text === this.#told) return;
    this.#told = text;
    this.#tell(all);
  }
}

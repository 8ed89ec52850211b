/** What the server and the formatter, a thread of its own, say to each other. */
import type { FormatOptions, Formatted } from '../../komodo/format/index.ts';

export interface FormatOrder extends Omit<FormatOptions, 'layOut'> {
  readonly id: number;
  readonly text: string;
  /** The version of the Core that is to read the file. */
  readonly core: string;
}

export interface FormatOutcome {
  readonly id: number;
  readonly outcome: Formatted | { readonly error: string };
}

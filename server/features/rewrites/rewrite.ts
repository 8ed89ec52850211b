import type { CodeActionKind, TextEdit } from 'vscode-languageserver';
import type { Site } from './site.ts';

/** A way to write a part of a file otherwise, as it is offered to a person. */
export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Made when the person has chosen it; none where it cannot be done there. */
  readonly edits: () => readonly TextEdit[];
  /**
   * Which values it changes, by their paths: `stack/blog/tags`. None, where it is left out: what Core makes of the file is the
   * same then. Resources and stages that it adds have paths too.
   */
  readonly changes?: RegExp;
  /** It puts the resources of the file in another order, and changes nothing else. */
  readonly reorders?: true;
}

/** What can be offered where somebody stands. It should be cheap: editors ask wherever the cursor goes. */
export type Rewrite = (site: Site) => readonly Offer[];

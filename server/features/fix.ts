import type { TextEdit } from 'vscode-languageserver';

/** A way to mend a problem, as it is offered to a person. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** It is offered even where it brings other problems to light. */
  readonly isSure?: boolean;
}

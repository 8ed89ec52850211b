import type { Context } from '../../context.ts';
import { contextWith } from '../../../testing/context.ts';
import { withCursor } from '../../../testing/text.ts';
import { afterEdits } from '../effect.ts';
import { rewrites, rewritten } from '../index.ts';

/** The text after each rewrite that is offered at the `|`, by its title. */
export function rewriting(
  lines: readonly string[],
  given: Partial<Context> = {},
): Readonly<Record<string, string>> {
  const { document, position } = withCursor(lines.join('\n'));
  const context = contextWith(given);
  const range = { start: position, end: position };
  return Object.fromEntries(
    rewrites(document, range, context, {}).map((action) => {
      const { edit } = rewritten(action, document, context);
      return [action.title, afterEdits(document, edit!.changes![document.uri]!).text];
    }),
  );
}

export const text = (...lines: readonly string[]): string => lines.join('\n');

/** A Procedure with one stage. */
export const stage = [
  '[[procedure]]',
  'name = "p"',
  '',
  '[[procedure.config.stage]]',
  'name = "s"',
];

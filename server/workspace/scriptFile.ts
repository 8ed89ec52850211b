/**
 * A `.ts` file with the script of an Action, read as the TOML that the script would stand in: so whatever is known of
 * scripts in TOML holds for it. Positions are those of the file itself.
 */
import type { Position } from 'vscode-languageserver';
import type { Span, TomlOptions } from '../../komodo/toml/index.ts';
import { LineTable } from './lineTable.ts';

/** It has no name, so that no Action is defined. */
const before = '[[action]]\n[action.config]\nfile_contents = ';
const linesBefore = before.split('\n').length;

/** Between either of these each character of a script can stand for itself. */
export const fences = [
  { quote: "'''", core: false },
  { quote: '"""', core: true },
] as const;

/** A TOML with a script in it. */
export interface ScriptInFrame {
  readonly text: string;
  readonly script: Span;
  /** By which the TOML is to be read. */
  readonly options: Pick<TomlOptions, 'core'>;
}

/** Puts a script into TOML. One that {@link isHeldByToml} says no of ends there too early. */
export function inFrame(script: string): ScriptInFrame {
  const { quote, core } = fences.find((each) => !script.includes(each.quote)) ?? fences[0];
  const start = before.length + quote.length + 1;
  return {
    text: `${before}${quote}\n${script}${quote}\n`,
    script: { start, end: start + script.length },
    options: { core },
  };
}

/** Whether a script can stand in TOML as it is. */
export function isHeldByToml(script: string): boolean {
  return fences.some(({ quote }) => !script.includes(quote));
}

/** Lines count from the first one of the script; those before it are negative. */
export class ScriptLines extends LineTable {
  readonly #script: Span;

  constructor(text: string, script: Span) {
    super(text);
    this.#script = script;
  }

  override positionAt(offset: number): Position {
    const { line, character } = super.positionAt(Math.min(offset, this.#script.end));
    return { line: line - linesBefore, character };
  }

  override offsetAt({ line, character }: Position): number {
    const offset = super.offsetAt({ line: Math.max(0, line) + linesBefore, character });
    return Math.min(offset, this.#script.end);
  }
}

import type { TextEdit } from 'vscode-languageserver';
import { newActionBlock, type ActionTemplate } from '../../komodo/actions/index.ts';
import type { Document } from '../workspace/document.ts';
import { replacing } from './pairEdits.ts';

/** Puts a new Action at the end of a file, an empty line behind what stands there. */
export function newActionEdit(
  document: Document,
  template: ActionTemplate,
  name: string,
): TextEdit {
  const { text, toml } = document;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const [blanks = ''] = /\s*$/.exec(text) ?? [];
  const end = { start: text.length - blanks.length, end: text.length };
  const gap = end.start === 0 ? '' : eol + eol;
  return replacing(document, end, gap + newActionBlock(template, name, toml));
}

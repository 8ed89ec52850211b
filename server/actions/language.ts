/** What TypeScript answers about a place in a script, as LSP has it. */
import {
  DocumentHighlightKind,
  InlayHintKind,
  MarkupKind,
  type CompletionItem,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type FormattingOptions,
  type Hover,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  type SignatureHelp,
  type TextEdit,
} from 'vscode-languageserver';
import type { Document } from '../workspace/document.ts';
import type { ScriptWord } from '../features/semanticTokens.ts';
import { LineTable } from '../workspace/lineTable.ts';
import { itemOf, symbolOf, type ScriptItemData } from './lspItems.ts';
import { editsIn, rangeIn, type OpenScript, type OpenScripts } from './openScripts.ts';
import type { TypingFiles } from './typingFiles.ts';
import type { Cancellation } from './worker.ts';

export class ScriptLanguage {
  readonly #scripts: OpenScripts;
  readonly #typings: TypingFiles;

  constructor(scripts: OpenScripts, typings: TypingFiles) {
    this.#scripts = scripts;
    this.#typings = typings;
  }

  /** Whether scripts of a file are asked about here; else nothing is answered in it. */
  answersIn(document: Document): boolean {
    return this.#scripts.areAskedHere(document);
  }

  #in(document: Document): readonly OpenScript[] {
    return this.answersIn(document) ? this.#scripts.in(document) : [];
  }

  #at(document: Document, position: Position) {
    if (!this.answersIn(document)) return undefined;
    return this.#scripts.at(document, document.lines.offsetAt(position));
  }

  /** What can stand at a position; undefined where TypeScript gives no answer in time, so that it is worth to ask again. */
  async completion(
    document: Document,
    position: Position,
    trigger: string | undefined,
    token?: Cancellation,
  ): Promise<CompletionItem[] | undefined> {
    const script = this.#at(document, position);
    if (!script) return [];
    const { offset, name } = script;
    const ask = { offset, ...(trigger !== undefined && { trigger }) };
    const entries = await this.#scripts.ask(script, 'complete', ask, token);
    if (!entries) return undefined;
    const data: ScriptItemData = { script: { uri: document.uri, name, offset } };
    return entries.flatMap((entry): CompletionItem[] => {
      const written = entry.text ?? entry.label;
      const span = entry.replaced ?? wordAt(script.embedded.text, offset);
      const range = rangeIn(script, span);
      // LSP wants one line, and a string in TOML may need what is put in to be written otherwise.
      if (range.start.line !== range.end.line || /[\\"'\n]/.test(written)) {
        const edits = editsIn(script, [{ ...span, text: written }]);
        const [edit] = edits ?? [];
        if (edits?.length !== 1 || edit!.range.start.line !== edit!.range.end.line) return [];
        return [itemOf(entry, edit!, data)];
      }
      return [itemOf(entry, { range, newText: written }, data)];
    });
  }

  async resolved(
    item: CompletionItem,
    document: Document,
    { script: { name, offset } }: ScriptItemData,
    token?: Cancellation,
  ): Promise<CompletionItem> {
    const script = this.#in(document).find((each) => each.name === name);
    const ask = { offset, label: item.label };
    const details = script && (await this.#scripts.ask(script, 'resolve', ask, token));
    if (!details) return item;
    const documentation = { kind: MarkupKind.Markdown, value: details.markdown };
    return { ...item, detail: details.detail, documentation };
  }

  async hover(document: Document, position: Position, token?: Cancellation): Promise<Hover | null> {
    const script = this.#at(document, position);
    const said = script && (await this.#scripts.ask(script, 'hover', offsetOf(script), token));
    return said
      ? {
          contents: { kind: MarkupKind.Markdown, value: said.markdown },
          range: rangeIn(script, said),
        }
      : null;
  }

  async signature(
    document: Document,
    position: Position,
    token?: Cancellation,
  ): Promise<SignatureHelp | null> {
    const script = this.#at(document, position);
    const help = script && (await this.#scripts.ask(script, 'signature', offsetOf(script), token));
    if (!help) return null;
    const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });
    return {
      activeSignature: help.active,
      activeParameter: help.parameter,
      signatures: help.all.map(({ label, markdown: words, parameters }) => ({
        label,
        documentation: markdown(words),
        parameters: parameters.map((each) => ({
          label: each.label,
          documentation: markdown(each.markdown),
        })),
      })),
    };
  }

  async definition(
    document: Document,
    position: Position,
    token?: Cancellation,
  ): Promise<Location[]> {
    const script = this.#at(document, position);
    const targets =
      (script && (await this.#scripts.ask(script, 'definition', offsetOf(script), token))) ?? [];
    return targets.flatMap(({ typing, ...span }): Location[] => {
      if (!typing) return [{ uri: document.uri, range: rangeIn(script!, span) }];
      const uri = this.#typings.uriOf(typing.name, typing.text);
      return [{ uri, range: new LineTable(typing.text).range(span.start, span.end) }];
    });
  }

  async references(
    document: Document,
    position: Position,
    token?: Cancellation,
  ): Promise<Location[]> {
    const ranges = await this.#places(document, position, token);
    return ranges.map((range) => ({ uri: document.uri, range }));
  }

  async highlights(
    document: Document,
    position: Position,
    token?: Cancellation,
  ): Promise<DocumentHighlight[]> {
    const ranges = await this.#places(document, position, token);
    return ranges.map((range) => ({ range, kind: DocumentHighlightKind.Text }));
  }

  async #places(document: Document, position: Position, token?: Cancellation): Promise<Range[]> {
    const script = this.#at(document, position);
    const found =
      (script && (await this.#scripts.ask(script, 'references', offsetOf(script), token))) ?? [];
    return found.map((span) => rangeIn(script!, span));
  }

  /** The range of the name at a position, or why it can't be renamed; undefined outside of scripts. */
  async renameable(
    document: Document,
    position: Position,
    token?: Cancellation,
  ): Promise<Range | { readonly refused: string } | undefined> {
    const script = this.#at(document, position);
    if (!script) return undefined;
    const found = await this.#scripts.ask(script, 'rename', offsetOf(script), token);
    if (!found) return { refused: 'TypeScript gives no answer.' };
    return 'refused' in found ? found : rangeIn(script, found.at);
  }

  /** The edits that rename what stands at a position, or why there are none; undefined outside of scripts. */
  async renaming(
    document: Document,
    position: Position,
    newName: string,
    token?: Cancellation,
  ): Promise<TextEdit[] | { readonly refused: string } | undefined> {
    const script = this.#at(document, position);
    if (!script) return undefined;
    const found = await this.#scripts.ask(script, 'rename', offsetOf(script), token);
    if (!found) return { refused: 'TypeScript gives no answer.' };
    if ('refused' in found) return found;
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(newName)) {
      return { refused: `\`${newName}\` is no name in TypeScript.` };
    }
    const changes = found.places.map(({ before, after, ...span }) => ({
      ...span,
      text: before + newName + after,
    }));
    return editsIn(script, changes) ?? { refused: 'The string can’t hold this name.' };
  }

  async hints(document: Document, range: Range, token?: Cancellation): Promise<InlayHint[]> {
    const first = document.lines.offsetAt(range.start);
    const last = document.lines.offsetAt(range.end);
    const seen = this.#in(document).filter(({ embedded: { content } }) => {
      return content.start < last && content.end > first;
    });
    const hints = seen.map(async (script) => {
      const { content } = script.embedded;
      const start = script.embedded.offsetAt(Math.max(first, content.start)) ?? 0;
      const end = script.embedded.offsetAt(Math.min(last, content.end)) ?? start;
      const found = (await this.#scripts.ask(script, 'hints', { start, end }, token)) ?? [];
      return found.map(({ offset, label }): InlayHint => ({
        position: rangeIn(script, { start: offset, end: offset }).start,
        label,
        kind: label.endsWith(':') ? InlayHintKind.Parameter : InlayHintKind.Type,
        paddingRight: label.endsWith(':'),
      }));
    });
    return (await Promise.all(hints)).flat();
  }

  /** The words of all scripts that TypeScript knows; those that it did not tell in time are missing. */
  async tokens(document: Document, token?: Cancellation): Promise<readonly ScriptWord[]> {
    const words = this.#in(document).map(async (script) => {
      const found = (await this.#scripts.ask(script, 'tokens', {}, token)) ?? [];
      return found.map(({ type, modifiers, ...span }) => {
        return { range: rangeIn(script, span), type, modifiers };
      });
    });
    const all = (await Promise.all(words)).flat();
    return all.filter(({ range: { start, end } }) => start.line === end.line);
  }

  /** The symbols of each script, by the place of its string. */
  async symbols(
    document: Document,
    token?: Cancellation,
  ): Promise<readonly { readonly range: Range; readonly symbols: DocumentSymbol[] }[]> {
    return Promise.all(
      this.#in(document).map(async (script) => {
        const found = (await this.#scripts.ask(script, 'symbols', {}, token)) ?? [];
        const { start, end } = script.embedded.string;
        return {
          range: document.lines.range(start, end),
          symbols: found.map((each) => symbolOf(script, each)),
        };
      }),
    );
  }

  /** The lines of scripts that can be folded. */
  async folds(document: Document, token?: Cancellation): Promise<FoldingRange[]> {
    const folds = this.#in(document).map(async (script): Promise<FoldingRange[]> => {
      const found = (await this.#scripts.ask(script, 'folds', {}, token)) ?? [];
      return found.flatMap((span) => {
        const { start, end } = rangeIn(script, span);
        // The line with the closing bracket stays in sight.
        const endLine = end.line - 1;
        return endLine > start.line ? [{ startLine: start.line, endLine }] : [];
      });
    });
    return (await Promise.all(folds)).flat();
  }

  /** What a selection grows over within a script, from a position on; nothing outside of scripts. */
  async selection(
    document: Document,
    position: Position,
    token?: Cancellation,
  ): Promise<readonly Range[]> {
    const script = this.#at(document, position);
    const ask = script && this.#scripts.ask(script, 'selection', offsetOf(script), token);
    return ((await ask) ?? []).map((span) => rangeIn(script!, span));
  }

  /** The edits that lay out the lines of a script in a range; undefined where it is not all in one script. */
  async format(
    document: Document,
    range: Range,
    { tabSize, insertSpaces }: FormattingOptions,
    token?: Cancellation,
  ): Promise<TextEdit[] | undefined> {
    const script = this.#at(document, range.start);
    const end = script?.embedded.offsetAt(document.lines.offsetAt(range.end));
    if (!script || end === undefined) return undefined;
    const ask = { start: script.offset, end, tabSize, insertSpaces };
    const changes = (await this.#scripts.ask(script, 'format', ask, token)) ?? [];
    return changes.length > 0 ? editsIn(script, changes) : [];
  }
}

const offsetOf = ({ offset }: { readonly offset: number }) => ({ offset });

/** What stands of a name before and behind an offset. */
function wordAt(text: string, offset: number) {
  const before = /[\p{ID_Continue}$#]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))![0];
  const behind = /^[\p{ID_Continue}$]*/u.exec(text.slice(offset, offset + 200))![0];
  return { start: offset - before.length, end: offset + behind.length };
}

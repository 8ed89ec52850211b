/** What TypeScript answers about a script; one function a question. */
import ts from 'typescript';
import type { Span } from '../../komodo/toml/index.ts';
import { diagnose, diagnoseAround } from './diagnose.ts';
import { scriptTokens } from './scriptTokens.ts';
import type { ScriptMend } from './finding.ts';
import { plainText, signatureText, wordsOf } from './markdown.ts';
import type { Method, Questions, ScriptSymbol, Target } from './messages.ts';
import { inScript, wrapper, type Script, type Scripts } from './scripts.ts';

/** What the thread itself answers, for it is asked of no script. */
type OfThread = 'versions' | 'adopt';

export type Answers = {
  readonly [M in Exclude<Method, OfThread>]: (
    scripts: Scripts,
    name: string,
    ask: Questions[M]['ask'],
  ) => Questions[M]['answer'];
};

const preferences: ts.UserPreferences = {
  includeCompletionsWithInsertText: true,
  includeCompletionsForModuleExports: false,
  includeInlayParameterNameHints: 'literals',
  includeInlayFunctionParameterTypeHints: true,
  quotePreference: 'double',
};
const formatting = ts.getDefaultFormatCodeSettings('\n');

/** What TypeScript itself wants to be asked at; at other signs somebody types something else. */
const triggers: ReadonlySet<string> = new Set(['.', '"', "'", '`', '/', '@', '<', '#']);

export const answers: Answers = {
  warmUp({ service }) {
    // Whoever asks first for types does not have to wait for the typings to be bound.
    service.getProgram()?.getTypeChecker();
    return true;
  },

  client: ({ typings, version }) => ({ version, files: typings.versions[version] ?? {} }),

  diagnose: (scripts, name) => diagnose(scripts, name),

  diagnoseAround: (scripts, name, span) => diagnoseAround(scripts, name, span),

  complete(scripts, name, { offset, trigger }) {
    const script = scripts.get(name);
    if (!script || (trigger !== undefined && !triggers.has(trigger))) return [];
    const found = scripts.service.getCompletionsAtPosition(script.name, offset + script.offset, {
      ...preferences,
      ...(trigger !== undefined && {
        triggerCharacter: trigger as ts.CompletionsTriggerCharacter,
      }),
    });
    const entries = (found?.entries ?? []).filter(({ name: label }) => !script.hidden.has(label));
    return entries.map((entry) => {
      const span = entry.replacementSpan ?? found!.optionalReplacementSpan;
      const replaced = span && inScript(script, span.start, span.length);
      return {
        label: entry.name,
        kind: entry.kind,
        sort: entry.sortText,
        ...(entry.insertText !== undefined && { text: entry.insertText }),
        ...(replaced && { replaced }),
        ...(entry.kindModifiers?.includes('deprecated') && { isDeprecated: true as const }),
      };
    });
  },

  resolve(scripts, name, { offset, label }) {
    const script = scripts.get(name);
    const details =
      script &&
      scripts.service.getCompletionEntryDetails(
        script.name,
        offset + script.offset,
        label,
        undefined,
        undefined,
        preferences,
        undefined,
      );
    return details && { detail: plainText(details.displayParts), markdown: wordsOf(details) };
  },

  hover(scripts, name, { offset }) {
    const script = scripts.get(name);
    const info =
      script && scripts.service.getQuickInfoAtPosition(script.name, offset + script.offset);
    const span = info && inScript(script, info.textSpan.start, info.textSpan.length);
    if (!span) return undefined;
    const head = '```typescript\n' + plainText(info.displayParts) + '\n```';
    return { ...span, markdown: [head, wordsOf(info)].filter((part) => part !== '').join('\n\n') };
  },

  signature(scripts, name, { offset }) {
    const script = scripts.get(name);
    const help =
      script &&
      scripts.service.getSignatureHelpItems(script.name, offset + script.offset, undefined);
    return (
      help && {
        active: help.selectedItemIndex,
        parameter: help.argumentIndex,
        all: help.items.map(signatureText),
      }
    );
  },

  definition(scripts, name, { offset }) {
    const script = scripts.get(name);
    const found =
      script && scripts.service.getDefinitionAtPosition(script.name, offset + script.offset);
    return (found ?? []).flatMap(({ fileName, textSpan }) =>
      targetAt(scripts, script!, fileName, textSpan),
    );
  },

  references(scripts, name, { offset }) {
    const script = scripts.get(name);
    const found =
      script && scripts.service.getReferencesAtPosition(script.name, offset + script.offset);
    return (found ?? []).flatMap(({ fileName, textSpan: { start, length } }): Span[] => {
      const span = fileName === script!.name ? inScript(script!, start, length) : undefined;
      return span ? [span] : [];
    });
  },

  rename(scripts, name, { offset }) {
    const script = scripts.get(name);
    if (!script) return undefined;
    const at = offset + script.offset;
    const info = scripts.service.getRenameInfo(script.name, at, {});
    if (!info.canRename) return { refused: info.localizedErrorMessage };
    const span = inScript(script, info.triggerSpan.start, info.triggerSpan.length);
    const found = scripts.service.findRenameLocations(script.name, at, false, false, {
      providePrefixAndSuffixTextForRename: true,
    });
    const places = (found ?? []).map(({ fileName, textSpan, prefixText = '', suffixText = '' }) => {
      const place =
        fileName === script.name ? inScript(script, textSpan.start, textSpan.length) : undefined;
      return place && { ...place, before: prefixText, after: suffixText };
    });
    if (!span || !places.every((place) => place !== undefined)) {
      return { refused: 'This name is none of the script: it can’t be renamed.' };
    }
    return { at: span, places };
  },

  fixes(scripts, name, { start, end, number }) {
    const script = scripts.get(name);
    if (!script) return [];
    const { offset } = script;
    return scripts.service
      .getCodeFixesAtPosition(
        script.name,
        start + offset,
        end + offset,
        [number],
        formatting,
        preferences,
      )
      .flatMap(({ description, changes }): ScriptMend[] => {
        const all = changes.flatMap(({ fileName, textChanges }) =>
          textChanges.map(({ span, newText }) => {
            const place =
              fileName === script.name ? inScript(script, span.start, span.length) : undefined;
            return place && { ...place, text: newText };
          }),
        );
        if (!all.every((change) => change !== undefined)) return [];
        return [{ title: description, changes: all }];
      });
  },

  hints(scripts, name, { start, end }) {
    const script = scripts.get(name);
    if (!script) return [];
    const span = { start: start + script.offset, length: end - start };
    return scripts.service
      .provideInlayHints(script.name, span, preferences)
      .map(({ position, text }) => ({ offset: position - script.offset, label: text }))
      .filter(({ offset }) => offset >= 0 && offset <= script.text.length);
  },

  symbols(scripts, name) {
    const script = scripts.get(name);
    const tree = script && scripts.service.getNavigationTree(script.name);
    const body = tree?.childItems?.find(({ text }) => text === wrapper);
    return (body?.childItems ?? []).flatMap((item) => symbolOf(script!, item));
  },

  folds(scripts, name) {
    const script = scripts.get(name);
    if (!script) return [];
    return scripts.service
      .getOutliningSpans(script.name)
      .flatMap(({ textSpan: { start, length } }) => inScript(script, start, length) ?? []);
  },

  selection(scripts, name, { offset }) {
    const script = scripts.get(name);
    if (!script) return [];
    const spans: (Span | undefined)[] = [];
    let range: ts.SelectionRange | undefined = scripts.service.getSmartSelectionRange(
      script.name,
      offset + script.offset,
    );
    for (; range; range = range.parent) {
      spans.push(inScript(script, range.textSpan.start, range.textSpan.length));
    }
    return spans.filter((span) => span !== undefined);
  },

  tokens: (scripts, name) => scriptTokens(scripts, name),

  format(scripts, name, { start, end, tabSize, insertSpaces }) {
    const script = scripts.get(name);
    if (!script) return [];
    return scripts.unwrapped(script, ({ service }, module) =>
      service
        .getFormattingEditsForRange(module, start, end, {
          ...formatting,
          tabSize,
          indentSize: tabSize,
          convertTabsToSpaces: insertSpaces,
        })
        .map(({ span, newText }) => ({
          start: span.start,
          end: span.start + span.length,
          text: newText,
        })),
    );
  },
};

function targetAt(scripts: Scripts, script: Script, file: string, span: ts.TextSpan): Target[] {
  if (file === script.name) {
    const place = inScript(script, span.start, span.length);
    return place ? [place] : [];
  }
  const text = scripts.typing(file);
  if (text === undefined) return [];
  return [{ start: span.start, end: span.start + span.length, typing: { name: file, text } }];
}

function symbolOf(script: Script, item: ts.NavigationTree): ScriptSymbol[] {
  const children = (item.childItems ?? []).flatMap((child) => symbolOf(script, child));
  const [first] = item.spans;
  const span = first && inScript(script, first.start, first.length);
  const named = item.nameSpan ?? first;
  const nameSpan = named && inScript(script, named.start, named.length);
  if (!span || !nameSpan) return [];
  return [{ ...span, name: item.text, kind: item.kind, nameSpan, children }];
}

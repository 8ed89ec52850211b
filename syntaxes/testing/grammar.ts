import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

/** VS Code's own tokenizer with our grammar; of others it knows but that they are there. */
export async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(Uint8Array.from(readFileSync(wasm)).buffer);
  const path = `${__dirname}/../toml.tmLanguage.json`;
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === 'source.toml'
          ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path)
          : textmate.parseRawGrammar(`{"scopeName":"${scope}","patterns":[]}`, 'empty.json'),
      ),
  });
  const grammar = await registry.loadGrammar('source.toml');
  assert.ok(grammar);
  return grammar;
}

export interface Token {
  readonly start: number;
  readonly end: number;
  /** The outermost first. */
  readonly scopes: readonly string[];
}

/** The tokens of a text, line by line as an editor reads it; offsets count from the start of the text. */
export function tokensOf(grammar: textmate.IGrammar, text: string): Token[] {
  let stack = textmate.INITIAL;
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line.replace(/\r$/, ''), stack);
    stack = ruleStack;
    const base = start;
    start += line.length + 1;
    return tokens.map(({ startIndex, endIndex, scopes }) => {
      const end = Math.min(endIndex, line.length);
      return { start: base + startIndex, end: base + end, scopes };
    });
  });
}

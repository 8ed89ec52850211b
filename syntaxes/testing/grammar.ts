import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

/** A grammar as package.json gives it to VS Code. */
interface Contributed {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}
const root = join(__dirname, '..', '..');
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly grammars: readonly Contributed[] };
};

export interface GrammarOptions {
  /** With what we add to TOML, as VS Code has it. */
  readonly komodo?: boolean;
  /** Another grammar of TOML in the place of ours. */
  readonly toml?: textmate.IRawGrammar;
}

/** VS Code's own tokenizer with our grammars; of others it knows little but that they are there. */
export async function loadGrammar(options: GrammarOptions = {}): Promise<textmate.IGrammar> {
  const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(Uint8Array.from(readFileSync(wasm)).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => Promise.resolve(grammarOf(scope, options)),
    getInjections: (scope) =>
      options.komodo === true
        ? contributes.grammars
            .filter(({ injectTo }) => injectTo?.includes(scope))
            .map(({ scopeName }) => scopeName)
        : [],
  });
  const grammar = await registry.loadGrammar('source.toml');
  assert.ok(grammar);
  return grammar;
}

function grammarOf(scope: string, { toml }: GrammarOptions): textmate.IRawGrammar {
  if (scope === 'source.toml' && toml) return toml;
  const found = contributes.grammars.find(({ scopeName }) => scopeName === scope);
  if (!found) {
    // Of the languages within strings it knows a text that may go on over lines, and be forgotten to be closed.
    const patterns = [{ name: 'string.template', begin: '`', end: '`' }];
    return textmate.parseRawGrammar(JSON.stringify({ scopeName: scope, patterns }), 'other.json');
  }
  const path = join(root, found.path);
  return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
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

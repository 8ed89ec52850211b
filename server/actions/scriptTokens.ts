/** What TypeScript knows the words of a script to be, for their colours. */
import ts from 'typescript';
import type { ScriptToken, ScriptTokenModifier, ScriptTokenType } from './messages.ts';
import { inScript, type Scripts } from './scripts.ts';

/** In TypeScript's order: https://github.com/microsoft/TypeScript, services/classifier2020.ts. */
const types: readonly ScriptTokenType[] = [
  'class',
  'enum',
  'interface',
  'namespace',
  'typeParameter',
  'type',
  'parameter',
  'variable',
  'enumMember',
  'property',
  'function',
  'method',
];
const modifiers: readonly ScriptTokenModifier[] = [
  'declaration',
  'static',
  'async',
  'readonly',
  'defaultLibrary',
];

export function scriptTokens(scripts: Scripts, name: string): readonly ScriptToken[] {
  const script = scripts.get(name);
  if (!script) return [];
  const { spans } = scripts.service.getEncodedSemanticClassifications(
    script.name,
    { start: script.offset, length: script.text.length },
    ts.SemanticClassificationFormat.TwentyTwenty,
  );
  const found: ScriptToken[] = [];
  for (let at = 0; at < spans.length; at += 3) {
    const [start, length, encoded] = spans.slice(at, at + 3) as [number, number, number];
    const span = inScript(script, start, length);
    const type = types[(encoded >> 8) - 1];
    if (!span || !type) continue;
    const own = modifiers.filter((_, bit) => (encoded & (1 << bit)) !== 0);
    found.push({ ...span, type, modifiers: own });
  }
  return found;
}

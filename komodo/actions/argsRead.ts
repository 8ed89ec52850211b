/** Which arguments a script looks at. */
import { tokensOf, type Token } from './tokens.ts';

/** In longer ones nobody looks. */
const LONGEST = 256 * 1024;

/**
 * The names by which a script reads `ARGS`; undefined where it takes `ARGS` as a whole, or by names that only running it
 * would tell.
 */
export function argsReadIn(script: string): ReadonlySet<string> | undefined {
  if (script.length > LONGEST) return undefined;
  const tokens = tokensOf(script);
  const read = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'name' || token.text !== 'ARGS') continue;
    const isMember = isSign(tokens[at - 1], '.') && !isSign(tokens[at - 2], '.');
    if (isMember) continue;
    const names = namesAt(tokens, at);
    if (!names) return undefined;
    for (const name of names) read.add(name);
  }
  return read;
}

/** What one use of `ARGS` reads: `ARGS.a`, `ARGS?.a`, `ARGS["a"]`, `const { a } = ARGS`. */
function namesAt(tokens: readonly Token[], at: number): readonly string[] | undefined {
  let next = at + 1;
  if (isSign(tokens[next], '?') && isSign(tokens[next + 1], '.')) next++;
  const behind = tokens[next + 1];
  if (isSign(tokens[next], '.') && behind?.kind === 'name') return [behind.text];
  const bracket = isSign(tokens[next], '.') ? next + 1 : next;
  const inside = tokens[bracket + 1];
  if (isSign(tokens[bracket], '[') && inside?.kind === 'text' && isSign(tokens[bracket + 2], ']'))
    return [inside.value];
  return isSign(tokens[at - 1], '=') ? destructured(tokens, at - 2) : undefined;
}

/** The names between the braces that end at `end`, each of which may be that of an argument. */
function destructured(tokens: readonly Token[], end: number): readonly string[] | undefined {
  if (!isSign(tokens[end], '}')) return undefined;
  const names: string[] = [];
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    const token = tokens[at]!;
    if (isSign(token, '}')) depth++;
    if (isSign(token, '{') && --depth === 0) return names;
    // `...rest` takes all others.
    if (isSign(token, '.') || isSign(token, '[')) return undefined;
    if (token.kind === 'name') names.push(token.text);
    if (token.kind === 'text') names.push(token.value);
  }
  return undefined;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

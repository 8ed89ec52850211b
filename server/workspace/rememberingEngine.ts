import type { RegexEngine } from '../../komodo/patterns/index.ts';

/** Beyond these the oldest is forgotten: far more than the regexes and names of a workspace. */
const MOST_REGEXES = 500;
const MOST_NAMES = 20_000;

type Known = { readonly error: string } | Map<string, boolean>;

/**
 * An engine that asks another one only for what it does not know yet. While somebody types, the regexes and almost all
 * names stay what they were, and it is asking that takes time.
 */
export function rememberingEngine(engine: RegexEngine): RegexEngine {
  const regexes = new Map<string, Known>();

  function ask(regex: string, names: readonly string[], known: Map<string, boolean>): Known {
    const verdict = engine(regex, names);
    if ('error' in verdict) return verdict;
    names.forEach((name, index) => known.set(name, verdict.found[index]!));
    return known;
  }

  return (regex, names) => {
    let known = regexes.get(regex);
    if (!known || (known instanceof Map && known.size > MOST_NAMES)) {
      known = ask(regex, names, new Map());
    } else if (known instanceof Map) {
      const before = known;
      const unknown = names.filter((name) => !before.has(name));
      if (unknown.length > 0) known = ask(regex, unknown, known);
    }
    remember(regexes, regex, known);
    return known instanceof Map ? { found: names.map((name) => known.get(name)!) } : known;
  };
}

/** Keeps what was asked for last. */
function remember(regexes: Map<string, Known>, regex: string, known: Known): void {
  regexes.delete(regex);
  regexes.set(regex, known);
  if (regexes.size > MOST_REGEXES) regexes.delete(regexes.keys().next().value!);
}

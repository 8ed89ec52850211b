/** Patterns: which names a text picks. The regex engine is handed in; see `bundled-engine.ts` for one. */
export { allBut } from './allBut.ts';
export { isAnchored, looksLikeRegex, splitRegexes, type SplitRegex } from './brokenRegexes.ts';
export { asRegex, asWildcard } from './convert.ts';
export { splitList } from './list.ts';
export type { ListEntry, Span } from './list.ts';
export { matchPattern, problemText, readPattern } from './pattern.ts';
export type {
  ItemMatches,
  Pattern,
  PatternItem,
  PatternMatches,
  PatternMode,
  PatternProblem,
} from './pattern.ts';
export type { RegexEngine, RegexVerdict } from './regex-engine.ts';
export { rregexEngine } from './rregex.ts';
export { unseenComments, type UnseenComment } from './unseenComments.ts';
export { withoutSeparators } from './withoutSeparators.ts';

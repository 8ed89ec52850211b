/**
 * What a pattern needs to know about regexes. JavaScript's differ from those of Core (the Rust crate `regex`) in
 * syntax and meaning, so an engine is handed in; `rregex.ts` makes one from that crate's WebAssembly build.
 */

/** For each name whether the regex is found in it, or the crate's own words why it is no regex. */
export type RegexVerdict = { readonly found: readonly boolean[] } | { readonly error: string };

/** Reads a regex (without the `\` around it) and looks for it in every name. It throws for no input. */
export type RegexEngine = (regex: string, names: readonly string[]) => RegexVerdict;

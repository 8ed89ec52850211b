/** Pieces of Markdown for hovers and documentation. */

/** A text as inline code, whatever stands in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^\s|^$/.test(text) ? ' ' : '';
  return fence + padding + text.replace(/\s*\n\s*/g, ' ') + padding + fence;
}

/** Names behind one another, all of them up to a limit that no person reads to. */
export function codes(names: readonly string[], most = 200): string {
  const more = names.length - most;
  return names.slice(0, most).map(code).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Paragraphs with an empty line between them; what is missing is left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

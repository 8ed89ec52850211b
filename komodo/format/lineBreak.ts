/** How the lines of a text end: as its first one does. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
}

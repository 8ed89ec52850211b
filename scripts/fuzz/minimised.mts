/** The shortest piece of a text, found by taking lines out and then characters, that is still `bad`. */
export function minimised(text: string, bad: (text: string) => boolean): string {
  let parts = reduced(text.split(/(?<=\n)/), bad);
  if (parts.join('').length < 2000) parts = reduced(parts.join('').split(''), bad);
  return parts.join('');
}

function reduced(all: readonly string[], bad: (text: string) => boolean): string[] {
  let parts = [...all];
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < parts.length;) {
      const fewer = [...parts.slice(0, at), ...parts.slice(at + size)];
      if (fewer.length > 0 && bad(fewer.join(''))) parts = fewer;
      else at += size;
    }
  }
  return parts;
}

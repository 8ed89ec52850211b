/** Glob patterns of the settings, as VS Code writes them: `**`, `*`, `?`, `{a,b}`, `[a-z]`, `[!a-z]`. */

/**
 * Whether a pattern takes a path.
 *
 * @param path relative to the workspace folder, with `/` between its parts. A pattern without `/` is held against the
 *   last part alone, one that ends in `/` takes all that stands in a folder.
 */
export function globMatches(pattern: string, path: string): boolean {
  const wanted = pattern.replace(/^\.?\//, '').replace(/\/$/, '/**');
  const subject = wanted.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1);
  return regexOf(wanted).test(subject);
}

const regexes = new Map<string, RegExp>();

function regexOf(pattern: string): RegExp {
  let regex = regexes.get(pattern);
  if (!regex) {
    regex = translated(pattern);
    regexes.set(pattern, regex);
  }
  return regex;
}

const tokens = /\*\*\/|\*\*|\*|\?|\{|\}|,|\[(!?)([^\]]+)\]|[^*?{},[]+|\[/g;

function translated(pattern: string): RegExp {
  let depth = 0;
  const source = pattern.replace(tokens, (token: string, not: string, members?: string) => {
    if (members !== undefined)
      return `[${not ? '^' : ''}${members.replace(/[\\\]^]/g, String.raw`\$&`)}]`;
    switch (token) {
      case '**/':
        return '(?:[^/]*/)*';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        depth++;
        return '(?:';
      case '}':
        if (depth === 0) return String.raw`\}`;
        depth--;
        return ')';
      case ',':
        return depth > 0 ? '|' : ',';
      default:
        return token.replace(/[\\^$.|+()[\]]/g, String.raw`\$&`);
    }
  });
  try {
    return new RegExp(`^${source}${')'.repeat(depth)}$`, 'u');
  } catch {
    // `[z-a]`: nothing is in it.
    return /(?!)/;
  }
}

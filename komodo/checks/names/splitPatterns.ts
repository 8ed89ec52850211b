import type { WrittenPattern } from '../../names/index.ts';
import { splitRegexes, withoutSeparators, type SplitRegex } from '../../patterns/index.ts';
import { placeWithin, type TomlDocument } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { rewritingText } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory, itemsOf, type Names } from '../world.ts';
import { patternsIn } from '../written.ts';

/** A regex that Core splits before it sees it: at a comma, at the end of a line or before a comment. */
export const splitPatterns: NameRule = (resource, toml, names) =>
  patternsIn(resource, toml).flatMap((written) =>
    splitRegexes(written.pattern)
      .filter(({ regex }) => !hasPlaceholder(regex))
      .map((split): Finding => {
        const listed = namesInList(split.regex);
        if (listed !== undefined) return takenForList(listed, split, written, toml);
        const isRefused = split.items.some(({ problem }) => problem);
        return {
          code: 'split-regex',
          class: isRefused ? 'fails' : 'surprising',
          message: inWords(split, isRefused),
          place: placeWithin(toml, written.place, split),
          mends: mendsOf(split, written, toml, names),
        };
      }),
  );

function inWords({ items, at, isMarked }: SplitRegex, isRefused: boolean): string {
  const read = items.map(({ text }) => `\`${text}\``).join(' and ');
  const how = {
    comma: `Core splits a pattern at commas before it looks for regexes, so it reads ${read}`,
    line: `Core takes each line of a pattern for an item of its own, so it reads ${read}`,
    comment: `Core takes \` #\` and what follows for a comment, so it reads ${read}`,
  }[at];
  const then = isRefused ? ', which it refuses when it runs' : '';
  return `${how}${then}.${isMarked ? '' : ' A regex stands between two `\\`.'}`;
}

/** An equal regex that is not split, if both are regexes and agree on every name there is. */
function mendsOf(
  split: SplitRegex,
  { pattern, kind, place }: WrittenPattern,
  toml: TomlDocument,
  names: Names,
): Finding['mends'] & object {
  const whole = withoutSeparators(split.regex);
  if (split.at === 'line' || whole === undefined) return [];
  const known = itemsOf(effectiveInventory(names), kind).map(({ name }) => name);
  const [meant, written] = [names.engine(split.regex, known), names.engine(whole, known)];
  if ('error' in meant || 'error' in written) return [];
  if (meant.found.some((found, index) => found !== written.found[index])) return [];
  const text = `${pattern.text.slice(0, split.start)}\\${whole}\\${pattern.text.slice(split.end)}`;
  return rewritingText(toml, place, text, `Write \`\\${whole}\\\``);
}

/** `["web", "db"]`: no regex, but a list as other formats have it. */
function namesInList(text: string): string | undefined {
  const isList = /^\[\s*(["'])[^"']*\1(?:\s*,\s*\1[^"']*\1)*\s*\]$/.test(text);
  const names = isList ? text.matchAll(/["']([^"']*)["']/g) : [];
  return isList ? Array.from(names, ([, name = '']) => name).join(', ') : undefined;
}

function takenForList(
  listed: string,
  { start, end, items }: SplitRegex,
  { pattern, place }: WrittenPattern,
  toml: TomlDocument,
): Finding {
  const read = items.map(({ text }) => `\`${text}\``).join(' and ');
  const text = `${pattern.text.slice(0, start)}${listed}${pattern.text.slice(end)}`;
  return {
    code: 'split-regex',
    class: 'surprising',
    message: `Core reads the names ${read}: in a pattern they stand without quotes and brackets. Write \`${listed}\`.`,
    place: placeWithin(toml, place, { start, end }),
    mends: rewritingText(toml, place, text, `Write \`${listed}\``),
  };
}

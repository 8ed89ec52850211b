import type { WrittenPattern } from '../../names/index.ts';
import {
  allBut,
  isAnchored,
  looksLikeRegex,
  problemText,
  type ItemMatches,
  type PatternItem,
  type RegexEngine,
} from '../../patterns/index.ts';
import { placeWithin, type TomlDocument } from '../../toml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { rewritingText } from '../mends.ts';
import { naming } from '../naming.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { itemsRead } from '../picks.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory, itemsOf, type Names } from '../world.ts';
import { patternsIn } from '../written.ts';

/** A regex without the two `\` around it, which Core takes for a wildcard. */
export const bareRegexes: NameRule = (resource, toml, names) =>
  patternsIn(resource, toml).flatMap((written) =>
    itemsRead(written, names)
      .filter((matches) => isBareRegex(matches, written, names))
      .map((matches) => finding(matches, written, toml, names)),
  );

/** Whether an item was meant as a regex: Core refuses it as a wildcard, or it picks nothing and a regex would. */
export function isBareRegex(
  { item, names: picks, problem }: ItemMatches,
  { kind }: WrittenPattern,
  names: Names,
): boolean {
  if (item.kind === 'regex' || picks.length > 0 || hasPlaceholder(item.text)) return false;
  if (!problem && isAnchored(item.text)) return true;
  if (!problem && !looksLikeRegex(item.text)) return false;
  const meant = regexesMeantBy(item, names.engine);
  if (problem) return meant.length > 0;
  const known = itemsOf(effectiveInventory(names), kind).map(({ name }) => name);
  return meant.some((regex) => {
    const verdict = names.engine(regex, known);
    return 'found' in verdict && verdict.found.includes(true);
  });
}

function finding(
  { item, problem }: ItemMatches,
  written: WrittenPattern,
  toml: TomlDocument,
  names: Names,
): Finding {
  const { pattern, place } = written;
  const { text, start, end } = item;
  const taken = `Core takes \`${text}\` for a wildcard`;
  const said = problem
    ? `${taken} and refuses it when it runs: ${problemText(problem)}.`
    : `${taken}, in which nothing but \`*\` and \`?\` is special.`;
  const meant = regexesMeantBy(item, names.engine);
  const write = (regex: string) =>
    `${pattern.text.slice(0, start)}\\${regex}\\${pattern.text.slice(end)}`;
  return {
    code: 'bare-regex',
    class: problem ? 'fails' : 'surprising',
    message: `${said} ${meant.length > 0 ? 'A regex stands between two `\\`.' : alsoNoRegex(text, names.engine)}`,
    place: placeWithin(toml, place, item),
    mends:
      meant.length > 0
        ? meant.flatMap((regex) =>
            rewritingText(toml, place, write(regex), `Write \`\\${regex}\\\``),
          )
        : namingAllBut(item, text, written, toml, names),
  };
}

function alsoNoRegex(regex: string, engine: RegexEngine): string {
  const verdict = engine(regex, []);
  return 'error' in verdict && verdict.error.includes('look-around')
    ? 'As a regex Core would refuse it, too: there is no look-ahead in its regexes.'
    : 'As a regex Core would refuse it, too.';
}

/** Writes all names but those that a regex is to leave out. */
export function namingAllBut(
  item: PatternItem,
  regex: string,
  written: WrittenPattern,
  toml: TomlDocument,
  names: Names,
): readonly Mend[] {
  const isMeant = allBut(regex);
  if (!isMeant) return [];
  const known = itemsOf(effectiveInventory(names), written.kind).map(({ name }) => name);
  return naming(known.filter(isMeant), written, item, toml);
}

/** The regexes that Core would take, with one `\` of the two that stand around them or none. */
function regexesMeantBy({ text }: PatternItem, engine: RegexEngine): readonly string[] {
  const meant = text.endsWith('\\')
    ? [text.slice(0, -1)]
    : text.startsWith('\\')
      ? [text.slice(1), text]
      : [text];
  return meant.filter((regex) => regex !== '' && 'found' in engine(regex, []));
}

import { textsWithBrackets, type FieldText } from '../../names/index.ts';
import type { ResourceNode } from '../../resources/index.ts';
import { placeWithin, type Place, type TomlDocument } from '../../toml/index.ts';
import type { Mend } from '../finding.ts';
import type { BlockRule } from '../rule.ts';

/** `[[` without `]]` in a text that Core fills Variables into: it gives up, and logs the whole text. */
export const unclosedVariables: BlockRule = (resource, toml) =>
  textsWithBrackets(resource, toml)
    .filter(({ isInterpolated }) => isInterpolated)
    .flatMap((text) => {
      const at = unclosedAt(text.text);
      if (at === undefined || isMadeAnew(text)) return [];
      const place = placeWithin(toml, text.place, { start: at, end: at + 2 });
      return [
        {
          code: 'unclosed-variable',
          class: 'fails',
          message: messageOf(resource),
          place,
          get mends() {
            return mendsAt(toml, text, at, place);
          },
        },
      ];
    });

/** Arguments are written as JSON before Core looks for Variables in them. */
function isMadeAnew({ owner, field }: FieldText): boolean {
  return owner === 'PartialActionConfig' && field === 'arguments';
}

/**
 * The first `[[` that makes Core give up. It cuts the text at each `[[`, and each piece must have its `]]`. `[[[` escapes
 * one, in the first of two rounds: Variables, then secrets. A piece must begin with a sign of one byte.
 */
function unclosedAt(text: string): number | undefined {
  for (let at = text.indexOf('[['); at >= 0;) {
    const next = text.indexOf('[[', at + 2);
    const piece = text.slice(at + 2, next < 0 ? undefined : next);
    const second = piece.startsWith('[') ? piece.slice(1).replace(']]]', ']]') : piece;
    if (second === '' || second > '\u007f' || !second.includes(']]')) return at;
    at = next;
  }
  return undefined;
}

function messageOf({ kind }: ResourceNode): string {
  const what: Partial<Record<ResourceNode['kind'], string>> = {
    action:
      'the Action fails, and its whole script, with the API key made for it, goes into the log',
    alerter: 'no alert is sent',
    build: 'the build fails',
    repo: 'clone and pull fail',
  };
  return `\`[[\` begins the name of a Variable, and no \`]]\` follows: ${what[kind] ?? 'the deploy fails, and the whole text goes into the log'}.`;
}

function mendsAt(toml: TomlDocument, { text, place }: FieldText, at: number, found: Place): Mend[] {
  const name = /^[A-Za-z_]\w*/.exec(text.slice(at + 2))?.[0];
  const mends: Mend[] = [];
  if (name !== undefined) {
    const end = at + 2 + name.length;
    const closed = placeWithin(toml, place, { start: end, end: text[end] === ']' ? end + 1 : end });
    mends.push({ title: `Close it: \`[[${name}]]\``, edits: [{ place: closed, text: ']]' }] });
  }
  // Between the brackets of nested arrays a blank does no harm; in a regex it would.
  const isArray =
    /(^|[=(,:[{\s])$/.test(text.slice(0, at)) && /^[\s\w"'`{[-]/.test(text.slice(at + 2));
  if (isArray) mends.push({ title: 'Write `[ [`', edits: [{ place: found, text: '[ [' }] });
  return mends;
}

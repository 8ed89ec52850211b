import { turnsFences, type Block, type Span, type TomlDocument } from '../toml/index.ts';
import type { Finding } from './finding.ts';

/** A block that has not changed has the same comments. */
const known = new WeakMap<Block, readonly Span[]>();

/**
 * Three quotes in a comment. Core doubles the backslashes between every odd `"""` and the next before it reads TOML, and
 * counts those in comments: what follows is read the other way round. Where no backslash follows it makes no difference.
 */
export function quotesInComments(toml: TomlDocument): readonly Finding[] {
  const { blocks, starts, text } = toml;
  const found: Finding[] = [];
  blocks.forEach((block, index) => {
    if (block.comments.length === 0) return;
    const base = starts[index]!;
    for (const span of quotesIn(block, text, base))
      if (text.includes('\\', base + span.end)) found.push(finding({ block, ...span }));
  });
  return found;
}

/** The last three quotes of each comment that turns them. */
function quotesIn(block: Block, text: string, base: number): readonly Span[] {
  let spans = known.get(block);
  if (!spans) {
    spans = block.comments.flatMap(({ start, end }) => {
      const comment = text.slice(base + start, base + end);
      const at = start + comment.lastIndexOf('"""');
      return turnsFences(comment) ? [{ start: at, end: at + 3 }] : [];
    });
    known.set(block, spans);
  }
  return spans;
}

function finding(place: NonNullable<Finding['place']>): Finding {
  return {
    code: 'quotes-in-comment',
    class: 'surprising',
    message:
      'Core counts these three quotes, too: from here on it takes backslashes between `"""` for escapes, and doubles those everywhere else.',
    place,
    mends: [{ title: 'Take the quotes out of the comment', edits: [{ place, text: '' }] }],
  };
}

/** Comments put into a document at random, wherever TOML and Core allow one. */
import type { Random } from '../../../scripts/fuzz/random.mts';
import { dataOf, parse, type PairNode, type ValueNode } from '../../toml/index.ts';

/** @returns the text with some comments, each with a text of its own; now and then one turns Core's fences. */
export function withComments(random: Random, text: string): string {
  const document = parse(text);
  if (dataOf(document).problems.length > 0) return text;
  const places = document.blocks.flatMap(({ header, pairs }, index) => {
    const base = document.starts[index]!;
    const ends = [...(header ? [header.end] : []), ...pairs.map(({ end }) => end)];
    const starts = [...(header ? [header.start] : []), ...pairs.map(({ start }) => start)];
    return [
      ...ends.map((end) => ({ at: base + end, isLineEnd: true })),
      ...starts.map((start) => ({ at: lineStart(text, base + start), isLineEnd: false })),
      ...pairs.flatMap(inPair).map((at) => ({ at: base + at, isLineEnd: false })),
    ];
  });
  let commented = text;
  const share = random.pick([0, 0.1, 0.5]);
  const chosen = places.filter(() => random.chance(share)).sort((a, b) => b.at - a.at);
  chosen.forEach(({ at, isLineEnd }, index) => {
    // Behind one that is there already nothing can stand.
    if (isLineEnd && !/^[ \t]*\r?(\n|$)/.test(commented.slice(at))) return;
    const gap = random.pick(['', '', '', '\n']);
    const comment = ` # c${index}${random.chance(0.01) ? ' """' : ''}`;
    const written = isLineEnd ? comment : `${gap}${comment}\n${gap}`;
    commented = commented.slice(0, at) + written + commented.slice(at);
  });
  // A fence that turns can make backslashes of what follows wrong.
  return dataOf(parse(commented)).problems.length === 0 ? commented : text;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const inPair = ({ value }: PairNode): number[] => inValue(value);

/** Where comments can stand in a value. */
function inValue(value: ValueNode): number[] {
  if (value.kind !== 'array' && value.kind !== 'inline-table') return [];
  const inner: readonly (ValueNode | PairNode)[] =
    value.kind === 'array' ? value.items : value.pairs;
  return [
    value.start + 1,
    ...inner.map(({ end }) => end),
    ...inner.flatMap((node) => (node.kind === 'pair' ? inPair(node) : inValue(node))),
  ];
}

import { Assembly } from './assemble.ts';
import type { Block, TableDatum, TomlProblem } from './tree.ts';

/** The data of some blocks, and what TOML forbids in each of them. */
export interface Assembled {
  readonly blocks: readonly Block[];
  readonly root: TableDatum;
  /** Of those blocks that have any. */
  readonly problems: readonly BlockProblems[];
}
export interface BlockProblems {
  readonly block: Block;
  readonly problems: readonly TomlProblem[];
}

/** Puts together what some blocks say, as if there were no others. */
export function assembled(blocks: readonly Block[]): Assembled {
  let misplaced: TomlProblem[] = [];
  const assembly = new Assembly((problem) => misplaced.push(problem));
  const problems: BlockProblems[] = [];
  for (const block of blocks) {
    assembly.add(block);
    if (block.problems.length === 0 && misplaced.length === 0) continue;
    const own = block.problems.map(({ start, end, ...problem }): TomlProblem => {
      return { ...problem, place: { start, end, block } };
    });
    const all = [...own, ...misplaced];
    if (all.length > 1) all.sort((a, b) => a.place.start - b.place.start);
    problems.push({ block, problems: all });
    misplaced = [];
  }
  return { blocks, root: assembly.root, problems };
}

import { readBlock } from './blocks.ts';
import { Reader } from './reader.ts';
import type { Block, TomlDocument, TomlOptions } from './tree.ts';

/**
 * Reads any text as TOML. What is no TOML is noted in the `problems` of its block, and costs as little of what
 * surrounds it as possible; a document without faults is read exactly as TOML (and Core) says.
 */
export function parse(text: string, options: TomlOptions = {}): TomlDocument {
  const filled = { version: options.version ?? '1.1', core: options.core ?? true };
  const r = new Reader(text, filled);
  const blocks: Block[] = [];
  const starts: number[] = [];
  const insideFence: boolean[] = [];
  do {
    starts.push(r.at);
    insideFence.push(r.fences.insideAt(r.at));
    blocks.push(readBlock(r, blocks.length > 0));
  } while (!r.done);
  return { text, options: filled, blocks, starts, insideFence };
}

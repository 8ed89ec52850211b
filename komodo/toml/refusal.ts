import { Assembly } from './assemble.ts';
import { readLines } from './blocks.ts';
import { GIVEN_UP, Reader } from './reader.ts';
import type { Refusal, TomlDocument } from './tree.ts';

/**
 * The one error that Core tells of a document that is no TOML. Our problems stand where a mistake is best mended; this
 * is the text read once more as the toml crate reads it, without any guess, to say the same as Core of the same place.
 */
export function refusalOf(document: TomlDocument): Refusal | undefined {
  const r = new Reader(document.text, document.options, 'crate');
  try {
    readAsCrate(r);
  } catch (thrown) {
    if (thrown !== GIVEN_UP) throw thrown;
  }
  return r.refusal;
}

function readAsCrate(r: Reader): void {
  const assembly = new Assembly((problem, when) => {
    const start = r.base + problem.place.start;
    r.refuse({ phase: 'values', when: r.base + when, offset: start, message: problem.message });
  });
  let count = 0;
  do {
    r.begin();
    const lines = readLines(r, count > 0);
    // The crate goes by the text alone; how far to read a block again after an edit means nothing here.
    assembly.add({ ...lines, length: r.at - r.base, reach: 0 });
    count++;
  } while (!r.done);
}

import type { Given } from './given.ts';
import type { Problem } from './problem.ts';

const LEAST = -(2n ** 63n);
const GREATEST = 2n ** 63n - 1n;

/** The integers that the TOML reader of Cores before 1.19 refuses wherever they stand: those of more than 64 bits. */
export function tooBigIntegers(given: Given): readonly Problem[] {
  switch (given.kind) {
    case 'array':
      return given.items.flatMap(tooBigIntegers);
    case 'table':
      return given.entries.flatMap(({ value }) => tooBigIntegers(value));
    case 'integer': {
      if (given.value >= LEAST && given.value <= GREATEST) return [];
      const size = given.value < 0n ? 'small' : 'large';
      return [
        {
          code: 'toml-syntax',
          class: 'rejected',
          message: `number too ${size} to fit in target type`,
          ...(given.place && { place: given.place, corePlace: given.place }),
        },
      ];
    }
    default:
      return [];
  }
}

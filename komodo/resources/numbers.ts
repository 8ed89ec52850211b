/** The sizes of numbers that Core can hold. */
import type { Given } from './given.ts';
import type { Problem } from './problem.ts';

/** serde hands an integer over as one of 64 bits, with a sign or without. */
export function fits64(value: bigint): boolean {
  return value >= -(2n ** 63n) && value < 2n ** 64n;
}

/** The TOML crate hands over no integer that fits neither 128 bits with a sign nor 128 without. */
export function fits128(value: bigint): boolean {
  return value >= -(2n ** 127n) && value < 2n ** 128n;
}

/** Why the TOML crate hands a value over to nobody, be it read or passed over: it is a number too big to be held. */
export function excess(given: Given): string | undefined {
  const isTooBig = given.kind === 'integer' && !fits128(given.value);
  switch (given.kind === 'broken' ? given.isTooBig : isTooBig && 'integer') {
    case 'integer':
      return 'integer number overflowed';
    case 'float':
      return 'floating-point number overflowed';
    default:
      return undefined;
  }
}

/** Of a value and all that is in its arrays and tables those that are so, in the order of the text. */
export function within(
  given: Given,
  isSo: (given: Given) => boolean,
  found: Given[] = [],
): readonly Given[] {
  if (isSo(given)) found.push(given);
  if (given.kind === 'array') for (const item of given.items) within(item, isSo, found);
  else if (given.kind === 'table')
    for (const { value } of given.entries) within(value, isSo, found);
  return found;
}

/** What Cores before 1.19 refuse wherever it stands: integers that do not fit 64 bits with a sign. */
export function tooBigBefore119(file: Given): readonly Problem[] {
  const isTooBig = (given: Given) =>
    given.kind === 'integer' && BigInt.asIntN(64, given.value) !== given.value;
  return within(file, isTooBig).map((given) => ({
    code: 'toml-syntax',
    class: 'rejected',
    message: `number too ${given.kind === 'integer' && given.value < 0n ? 'small' : 'large'} to fit in target type`,
    ...(given.place && { place: given.place, corePlace: given.place }),
  }));
}

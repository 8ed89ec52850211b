import type { JsonObject } from '../json.ts';
import { readStruct } from '../readStruct.ts';
import { parsedInteger } from '../rustText.ts';
import { refuse } from '../walk.ts';
import { type FormReader, refuseForm, tableOf } from './reader.ts';

const parts = ['major', 'minor', 'patch'] as const;

/** A version as a text (`1.2`) or as a table of its three numbers. What follows a third dot is dropped. */
export const readVersion: FormReader = (walk, type, given) => {
  if (given.kind === 'table') return readStruct(walk, tableOf(walk, type), given);
  if (given.kind !== 'string') return refuseForm(walk, type, given);
  const version = parsedVersion(given.value);
  if (typeof version === 'string') return refuse(walk, given, 'wrong-value', version);
  if (given.value.split('.').length > parts.length) {
    walk.tell({
      code: 'dropped-part',
      class: 'ignored',
      message: 'A version has three numbers; what follows is dropped.',
      ...(given.place && { place: given.place }),
    });
  }
  return version;
};

/** The numbers of a version, those left out being 0, or why it is none. */
function parsedVersion(text: string): JsonObject | string {
  const numbers = text.split('.');
  const version = new Map<string, bigint>();
  for (const [at, part] of parts.entries()) {
    const number = parsedInteger(numbers[at] ?? '0', -(2n ** 31n), 2n ** 31n - 1n);
    if (typeof number !== 'bigint') return `${part} version must be integer: ${number.problem}`;
    version.set(part, number);
  }
  return version;
}

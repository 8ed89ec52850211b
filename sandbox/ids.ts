/** Ids and credentials, made from a source of randomness that tests can fix. */
import type { Clock } from './clock.ts';

/** That many random bytes. */
export type Random = (bytes: number) => Buffer;

/** Ids of MongoDB: four bytes of seconds, five that stay, three that count. Lower-case hex, 24 digits. */
export function objectIds(clock: Clock, random: Random): () => string {
  const process = random(5).toString('hex');
  let count = random(3).readUIntBE(0, 3);
  return () => {
    count = (count + 1) % 2 ** 24;
    const seconds = Math.floor(clock.now() / 1000);
    return hex(seconds, 8) + process + hex(count, 6);
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** Whether Core takes a text for an id rather than a name. */
export function isObjectId(text: string): boolean {
  return /^[0-9a-fA-F]{24}$/.test(text);
}

/** What the MongoDB driver says of a text that is no id; undefined where it is one. */
export function objectIdProblem(text: string): string | undefined {
  if (isObjectId(text)) return undefined;
  const shown = JSON.stringify(text);
  const wrong = /[^0-9a-fA-F]/u.exec(text);
  const bytes = Buffer.byteLength(text);
  // Half a byte at the end is found before a digit that is none.
  if (wrong && bytes % 2 === 0) {
    return `invalid character '${wrong[0]}' was found at index ${wrong.index} in the provided hex string: ${shown}`;
  }
  return `provided hex string representation must be exactly 12 bytes, instead got: ${shown}, length ${bytes}`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` letters and digits, each about equally likely. */
function randomText(random: Random, length: number): string {
  return Array.from(random(length), (byte) => letters[byte % letters.length]).join('');
}

/** An API key and its secret, in the form that Core gives them. */
export function apiKey(random: Random): { readonly key: string; readonly secret: string } {
  return { key: `K_${randomText(random, 40)}_K`, secret: `S_${randomText(random, 40)}_S` };
}

import { TextEncoder } from './platform.ts';

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

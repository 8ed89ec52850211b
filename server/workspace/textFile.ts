/** Reading a file as text, with a plain reason where that can't be done. */
import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';

/** Larger files are not read or checked: 4 MB is about 100,000 lines, far beyond any resource file. */
export const largestText = 4_000_000;

export type TextFile =
  | { readonly text: string }
  | { readonly unreadable: string; readonly isGone?: true; readonly isNoText?: true };

/**
 * The text of a file, its byte order mark included. `unreadable` says in a sentence why there is none: too large, not
 * UTF-8 (which Core refuses too), gone, not permitted, a pipe or device (which might never come to an end).
 */
export async function readTextFile(path: string): Promise<TextFile> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) return { unreadable: 'It is no regular file.' };
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return size > largestText ? { unreadable: tooLarge(size) } : decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { unreadable: `It can't be read: ${code}.`, ...(code === 'ENOENT' && { isGone: true }) };
  }
}

/** The first bytes of a file as text; nothing where it can't be read. */
export async function readBeginning(path: string, bytes: number): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

/** @param size in bytes or characters */
export function tooLarge(size: number): string {
  const megabytes = (count: number) => `${Math.round(count / 100_000) / 10} MB`;
  return `It has ${megabytes(size)}; files over ${megabytes(largestText)} are not checked.`;
}

/** Reads bytes as UTF-8. */
export function decode(bytes: Uint8Array): TextFile {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (isUtf8(bytes)) return { text };
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  return {
    unreadable: `It is not UTF-8 text: line ${line} holds bytes that are none.`,
    isNoText: true,
  };
}

import type { Readable, Writable } from 'node:stream';

/** How much of an answer is gathered before it is written, in UTF-16 code units. */
const FULL = 1 << 16;
const LINE_FEED = 10;

/**
 * Answers each line of `input`, its line break included, by one line of `output`, in order; blank lines get none. What is
 * answered is written as soon as no further line is there, and no faster than the reader takes it. Resolves at the end of
 * the input, or when the reader has gone.
 */
export async function serveLines(
  input: Readable,
  output: Writable,
  answer: (line: Uint8Array) => string,
): Promise<void> {
  const reader = { isGone: false };
  const gone = new Promise<void>((resolve) => {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      reader.isGone = true;
      input.destroy();
      resolve();
    });
  });
  try {
    let rest: Uint8Array[] = [];
    for await (const chunk of input as AsyncIterable<Uint8Array>) {
      const end = chunk.lastIndexOf(LINE_FEED) + 1;
      if (end > 0) {
        await write(Buffer.concat([...rest, chunk.subarray(0, end)]));
        rest = [];
      }
      rest.push(chunk.subarray(end));
    }
    await write(Buffer.concat(rest));
  } catch (error) {
    if (!reader.isGone) throw error;
  }

  async function write(lines: Uint8Array): Promise<void> {
    let answers = '';
    for (const line of linesIn(lines)) {
      if (!line.every(isSpace)) answers += `${answer(line)}\n`;
      if (answers.length < FULL) continue;
      await flush(answers);
      answers = '';
    }
    if (answers !== '') await flush(answers);
  }

  async function flush(text: string): Promise<void> {
    if (reader.isGone || output.write(text)) return;
    await Promise.race([gone, new Promise((resolve) => output.once('drain', resolve))]);
  }
}

function* linesIn(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, at) + 1 || bytes.length;
    yield bytes.subarray(at, end);
    at = end;
  }
}

/** White space of ASCII. */
function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13 && byte !== 11);
}

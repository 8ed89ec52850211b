import type { Readable, Writable } from 'node:stream';

/** How much of an answer is gathered before it is written, in UTF-16 code units. */
const FULL = 1 << 16;

/**
 * Answers each line of `input` by one line of `output`, in order; empty lines get none. What is answered is written as
 * soon as no further line is there, and no faster than the reader takes it. Resolves at the end of the input, or when the
 * reader has gone.
 */
export async function serveLines(
  input: Readable,
  output: Writable,
  answer: (line: string) => string,
): Promise<void> {
  const reader = { isGone: false };
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    reader.isGone = true;
    input.destroy();
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of input) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop()!;
      await write(lines);
    }
    await write([rest + decoder.decode()]);
  } catch (error) {
    if (!reader.isGone) throw error;
  }

  async function write(lines: readonly string[]): Promise<void> {
    let answers = '';
    for (const line of lines) {
      if (line.trim() !== '') answers += `${answer(line)}\n`;
      if (answers.length < FULL) continue;
      await flush(answers);
      answers = '';
    }
    if (answers !== '') await flush(answers);
  }

  async function flush(text: string): Promise<void> {
    if (reader.isGone || output.write(text)) return;
    await new Promise((resolve) => {
      output.once('drain', resolve);
      output.once('error', resolve);
    });
  }
}

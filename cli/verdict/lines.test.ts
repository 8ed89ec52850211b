import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { serveLines } from './lines.ts';
import { reply } from './reply.ts';

const size = (line: Uint8Array) => String(line.length);

async function served(...chunks: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const said = text(output);
  await serveLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output, size);
  output.end();
  return said;
}

describe('lines', () => {
  it('are answered in order, blank ones not at all', async () => {
    assert.equal(await served('ab\n\n \r\nabcd\nx'), '3\n5\n1\n');
  });

  it('may come in pieces', async () => {
    assert.equal(await served('a', 'b\nab', '', 'é', '\n'), '3\n5\n');
  });

  it('are answered before the next one has come', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = serveLines(input, output, size);
    input.write('abc\n');
    const [answer] = (await once(output, 'data')) as [Buffer];
    assert.equal(answer.toString(), '4\n');
    input.end();
    await done;
  });

  it('are left alone when nobody reads the answers any more', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const done = serveLines(input, output, size);
    output.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
    input.write('abc\n');
    await done;
  });

  it('that are no UTF-8 are no questions', () => {
    const line = Buffer.from([0x7b, 0x22, 0xff, 0x22]);
    assert.equal(
      reply(line, () => []),
      '{"id":null,"bad_question":"invalid unicode code point at line 1 column 4"}',
    );
  });
});

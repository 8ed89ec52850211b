import { CoreError } from './coreError.ts';

/**
 * The body of an answer, as long as it is not longer than `maxBytes`. Bytes that are not UTF-8 become U+FFFD.
 * @throws CoreError `too-large`, without reading on
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const tooLarge = (): CoreError =>
    new CoreError('too-large', `The answer is larger than ${Math.round(maxBytes / 2 ** 20)} MiB.`, {
      status: response.status,
    });
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

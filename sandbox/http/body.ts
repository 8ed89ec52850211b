/** The JSON body of a request. */
import type { IncomingMessage } from 'node:http';
import { CoreError } from '../errors.ts';
import { JsonSyntaxError, parseJson, placeAt } from '../json/parse.ts';
import type { JsonNode } from '../json/tree.ts';

/** Bytes that Core takes at most. */
const longest = 2 * 2 ** 20;

export interface JsonBody {
  readonly node: JsonNode;
  readonly bytes: Buffer;
}

/** Reads the body. Throws 415 for another content type, 413 beyond 2 MiB, 400 for what is no JSON. */
export async function jsonBody(request: IncomingMessage): Promise<JsonBody> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (!/^application\/(?:[^/\s]+\+)?json$/i.test(type.trim())) {
    const message = 'Expected request with `Content-Type: application/json`';
    throw new CoreError(message, { status: 415 });
  }
  const bytes = await bytesOf(request);
  try {
    return { node: parseJson(bytes), bytes };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const place = placeAt(bytes, error.offset);
    const message = `Failed to parse the request body as JSON: ${error.message} at ${place}`;
    throw new CoreError(message, { status: 400 });
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // What is too long is read to its end all the same: a client that still writes would not see the answer.
    if (length <= longest) chunks.push(chunk);
  }
  if (length > longest) {
    throw new CoreError('Failed to buffer the request body: length limit exceeded', {
      status: 413,
    });
  }
  return Buffer.concat(chunks);
}

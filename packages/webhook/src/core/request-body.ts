import { Failure } from "./failure.ts";
import { signatureOf } from "./signature.ts";

/**
 * Reads the body of a fetch-style request. One without a signature is not worth reading; and reading stops as soon as
 * the body is too large, whatever length a header announced.
 *
 * @throws Failure `body_not_raw`, `body_too_large` and those of a bad signature header
 */
export async function readBody(request: Request, max: number): Promise<ArrayBuffer | Uint8Array> {
  const { body, headers } = request;
  if (request.bodyUsed || body?.locked) throw new Failure("body_not_raw");
  signatureOf(headers);
  // No body, or a browser that does not offer it as a stream.
  if (!body) return request.arrayBuffer();
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let left = max;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 ? chunks[0]! : new Blob(chunks).arrayBuffer();
    left -= value.byteLength;
    // Asked this way round, something that is no chunk of bytes ends the reading too.
    if (!(left >= 0)) {
      reader.cancel().catch(() => {});
      throw new Failure("body_too_large");
    }
    chunks.push(value);
  }
}

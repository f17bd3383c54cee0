import { Failure } from "./failure.ts";

/** A body as it arrived: bytes, or the text that they are in UTF-8. */
export type RawBody = string | Uint8Array<ArrayBuffer>;

/**
 * A body that may be verified: raw, and not too large.
 *
 * @throws Failure `body_not_raw`, `body_too_large`
 */
export function rawBody(given: unknown, max: number): RawBody {
  const body = raw(given);
  // Asked this way round, a limit that is no number lets nothing pass.
  if (!(body.length <= max)) throw new Failure("body_too_large");
  return body;
}

function raw(body: unknown): RawBody {
  if (typeof body === "string" || body instanceof Uint8Array) return body as RawBody;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.byteLength);
  throw new Failure("body_not_raw");
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 of a text; bytes as they are. */
export function toBytes(body: RawBody): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : body;
}

/** The text of bytes in UTF-8. What is no UTF-8 is replaced: nothing that was signed is refused for that. */
export function toText(body: RawBody): string {
  return typeof body === "string" ? body : decoder.decode(body);
}
